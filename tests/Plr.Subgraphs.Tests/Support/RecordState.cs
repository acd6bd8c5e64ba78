using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Routes;

namespace Plr.Subgraphs.Tests.Support;

internal sealed class RecordState
{
    public Dictionary<Uln, Learner> Learners { get; private init; } = [];

    public Dictionary<Uln, LearnerIdentity> Identities { get; private init; } = [];

    public Dictionary<Uln, ContactDetails> Contacts { get; private init; } = [];

    public List<PermissionGrant> Grants { get; private init; } = [];

    /// <summary>All versions of all achievements, oldest first.</summary>
    public List<Achievement> Versions { get; private init; } = [];

    public List<SavedRouteQuery> RouteQueries { get; private init; } = [];

    public List<Disclosure> Disclosures { get; private init; } = [];

    public RecordState Copy() => new()
    {
        Learners = new(Learners), Identities = new(Identities), Contacts = new(Contacts), Grants = [.. Grants], Versions = [.. Versions], Disclosures = [.. Disclosures],
        RouteQueries = [.. RouteQueries],
    };

    /// <summary>The number a record is kept under: an older, linked number leads to it.</summary>
    public Uln? Current(Uln asked) =>
        Learners.Values.FirstOrDefault(learner => learner.Uln == asked || learner.LinkedUlns.Contains(asked))?.Uln;

    public Result<SavedRouteQuery> Save(SavedRouteQuery query)
    {
        var place = RouteQueries.FindIndex(known => known.Learner == query.Learner && known.Name == query.Name);
        if (place >= 0)
        {
            return RouteQueries[place] = new SavedRouteQuery
            {
                Id = RouteQueries[place].Id, Learner = query.Learner, Name = query.Name, Filter = query.Filter, WhatIf = query.WhatIf, SavedAt = query.SavedAt,
            };
        }

        if (RouteQueries.Count(known => known.Learner == query.Learner) >= SavedRouteQuery.MaxSavedRouteQueries)
        {
            return new Problem(ErrorCodes.TooManyRouteQueries, "too many: delete one first");
        }

        RouteQueries.Add(query);
        return query;
    }

    public Result<SavedRouteQuery> Delete(Uln learner, RouteQueryId query)
    {
        var place = RouteQueries.FindIndex(known => known.Learner == learner && known.Id == query);
        if (place < 0)
        {
            return new Problem(ErrorCodes.RouteQueryUnknown, "no saved route query of yours has this identifier: take it from your list of them");
        }

        var deleted = RouteQueries[place];
        RouteQueries.RemoveAt(place);
        return deleted;
    }

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
