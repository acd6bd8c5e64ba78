using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;

namespace Plr.Subgraphs.Tests.Support;

internal sealed class RecordState
{
    public Dictionary<Uln, Learner> Learners { get; private init; } = [];

    public Dictionary<Uln, LearnerIdentity> Identities { get; private init; } = [];

    public Dictionary<Uln, ContactDetails> Contacts { get; private init; } = [];

    public List<PermissionGrant> Grants { get; private init; } = [];

    /// <summary>All versions of all achievements, oldest first.</summary>
    public List<Achievement> Versions { get; private init; } = [];

    public List<Disclosure> Disclosures { get; private init; } = [];

    public RecordState Copy() => new()
    {
        Learners = new(Learners), Identities = new(Identities), Contacts = new(Contacts), Grants = [.. Grants], Versions = [.. Versions], Disclosures = [.. Disclosures],
    };

    /// <summary>The number a record is kept under: an older, linked number leads to it.</summary>
    public Uln? Current(Uln asked) =>
        Learners.Values.FirstOrDefault(learner => learner.Uln == asked || learner.LinkedUlns.Contains(asked))?.Uln;

    public IEnumerable<Achievement> Latest() => Versions.GroupBy(version => version.Id).Select(versions => versions.MaxBy(version => version.Version)!);

    public ItemResult Submit(OrganisationId awardingOrganisation, AchievementItem item, int index, DateTimeOffset now)
    {
        if (Current(item.Learner) is not { } uln || Identities[uln].Name.Family != item.FamilyName)
        {
            return new ItemResult(index, ItemOutcome.Rejected, null, new Problem(ErrorCodes.LearnerNotMatched, "the learner could not be matched: check the ULN and the family name"));
        }

        var known = Latest().FirstOrDefault(achievement => achievement.Learner == uln && achievement.AwardingOrganisation == awardingOrganisation
            && achievement.AwardedOn == item.AwardedOn && (achievement as UnitAchievement)?.Unit == item.Unit && (achievement as QualificationAchievement)?.Qualification == item.Qualification);
        if (known is not null && known.Grade == item.Grade)
        {
            return new ItemResult(index, ItemOutcome.Unchanged, known, null);
        }

        var id = known?.Id ?? new AchievementId(Guid.NewGuid());
        var version = (known?.Version ?? 0) + 1;
        var status = item.IsFinal ? AchievementStatus.Final : AchievementStatus.Provisional;
        Achievement made = item.Unit is { } unit
            ? new UnitAchievement
            {
                Id = id, Learner = uln, AwardedOn = item.AwardedOn, AwardingOrganisation = awardingOrganisation, Provider = item.Provider, Grade = item.Grade,
                Status = status, Source = AchievementSource.AwardingOrganisation, Version = version, RecordedAt = now, Unit = unit, Route = item.Route,
            }
            : new QualificationAchievement
            {
                Id = id, Learner = uln, AwardedOn = item.AwardedOn, AwardingOrganisation = awardingOrganisation, Provider = item.Provider, Grade = item.Grade,
                Status = status, Source = AchievementSource.AwardingOrganisation, Version = version, RecordedAt = now, Qualification = item.Qualification!.Value,
            };
        Versions.Add(made);
        return new ItemResult(index, known is null ? ItemOutcome.Created : ItemOutcome.Updated, made, null);
    }
}
