using Microsoft.EntityFrameworkCore;
using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Storage.Mapping;
using Plr.Storage.Records;

namespace Plr.Storage.Achievements;

/// <summary>Records one submission of achievements: three round trips, one insert and one announcement, whatever the number of items.</summary>
internal sealed class AchievementWriter(PlrDatabase database, OrganisationId awardingOrganisation, DateTimeOffset now)
{
    /// <summary>As <see cref="Domain.Records.IRecordStore.SubmitAsync"/> says.</summary>
    public async ValueTask<IReadOnlyList<ItemResult>> SubmitAsync(IReadOnlyList<AchievementItem> items, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var asked = items.Select(item => item.Learner.Value).Distinct().Order().ToArray();
        var learners = await LockedAsync(context, asked, cancellationToken);
        var held = await HeldAsync(context, learners.Values, items, cancellationToken);
        var results = new List<ItemResult>(items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            results.Add(Judge(index, items[index], learners, held, context));
        }

        await context.SaveChangesAsync(cancellationToken);
        await RecordAnnouncement.SendAsync(context, [.. results.Select(Announcement).OfType<string>()], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return results;
    }

    /// <summary>The learners' present numbers and family names, by number asked for. Rows stay locked, in order, so that two submissions take turns.</summary>
    private static async Task<Dictionary<Uln, LearnerMatch>> LockedAsync(PlrDbContext context, long[] asked, CancellationToken cancellationToken)
    {
        var links = await context.Database.SqlQuery<LearnerMatch>($"""
            SELECT a.uln AS "Asked", l.uln AS "Present", i.family_name AS "FamilyName"
            FROM unnest({asked}) AS a(uln)
            LEFT JOIN linked_ulns m ON m.linked_uln = a.uln
            JOIN learners l ON l.uln = coalesce(m.uln, a.uln)
            JOIN learner_identities i ON i.uln = l.uln
            ORDER BY l.uln
            FOR NO KEY UPDATE OF l
            """).ToListAsync(cancellationToken);
        return links.ToDictionary(link => Uln.FromStore(link.Asked));
    }

    private async Task<Dictionary<AchievementKey, HeldAchievement>> HeldAsync(
        PlrDbContext context, IEnumerable<LearnerMatch> learners, IReadOnlyList<AchievementItem> items, CancellationToken cancellationToken)
    {
        var ulns = learners.Select(learner => Uln.FromStore(learner.Present)).Distinct().ToArray();
        var subjects = items.Select(Subject).Distinct().ToArray();
        var rows = await context.Set<QualificationAchievementRow>().AsNoTracking()
            .Where(row => ulns.Contains(row.Uln) && subjects.Contains(row.Subject) && row.AwardingOrganisation == awardingOrganisation)
            .Select(row => new HeldAchievement(
                row,
                context.Set<DataChallengeRow>().Any(challenge => challenge.Uln == row.Uln && challenge.AchievementId == row.Id && challenge.ResolvedAt == null)))
            .ToListAsync(cancellationToken);
        return rows.GroupBy(held => new AchievementKey(held.Row.Uln, held.Row.Subject, held.Row.AwardedOn))
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(held => held.Row.Version)!); // A group is never empty.
    }

    private ItemResult Judge(
        int index,
        AchievementItem item,
        Dictionary<Uln, LearnerMatch> learners,
        Dictionary<AchievementKey, HeldAchievement> held,
        PlrDbContext context)
    {
        if (!learners.TryGetValue(item.Learner, out var learner)
            || !string.Equals(learner.FamilyName, item.FamilyName.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return new ItemResult(index, ItemOutcome.Rejected, null, new Problem(
                ErrorCodes.LearnerNotMatched, "no learner has this ULN and this family name: check both against the learner's registration"));
        }

        var key = new AchievementKey(Uln.FromStore(learner.Present), Subject(item), item.AwardedOn);
        var known = held.GetValueOrDefault(key);
        var row = Row(item, key, known?.Row);
        if (known is not null && SaysTheSame(known.Row, row))
        {
            return new ItemResult(index, ItemOutcome.Unchanged, Achievement(known), null);
        }

        // A challenge is about the achievement, so a new version does not end it.
        var standing = new HeldAchievement(row, known?.UnderChallenge ?? false);
        context.Add(row);
        held[key] = standing;
        return new ItemResult(index, known is null ? ItemOutcome.Created : ItemOutcome.Updated, Achievement(standing), null);
    }

    private QualificationAchievementRow Row(AchievementItem item, AchievementKey key, QualificationAchievementRow? known) => new()
    {
        Uln = key.Learner,
        Id = known?.Id ?? new AchievementId(Guid.NewGuid()),
        Version = (known?.Version ?? 0) + 1,
        AwardedOn = item.AwardedOn,
        AwardingOrganisation = awardingOrganisation,
        Provider = item.Provider,
        Grade = item.Grade,
        LanguageOfAssessment = item.LanguageOfAssessment,
        Status = item.IsFinal ? AchievementStatus.Final : AchievementStatus.Provisional,
        Source = AchievementSource.AwardingOrganisation,
        RecordedAt = now.ToUniversalTime(),
        Subject = key.Subject,
        Route = item.Unit is null ? null : item.Route,
    };

    private static string? Announcement(ItemResult result) =>
        result is { Outcome: ItemOutcome.Created or ItemOutcome.Updated, Achievement: { } recorded }
            ? RecordAnnouncement.Of(recorded.Learner, recorded.Id) : null;

    private static bool SaysTheSame(QualificationAchievementRow known, QualificationAchievementRow given) =>
        known.Provider == given.Provider && known.Grade == given.Grade && known.LanguageOfAssessment == given.LanguageOfAssessment
        && known.Status == given.Status && known.Route == given.Route;

    private static string Subject(AchievementItem item) => item.Unit?.Value ?? item.Qualification?.Value
        ?? throw new ArgumentException("an item names a unit or a qualification", nameof(item));

    private static Achievement Achievement(HeldAchievement held)
    {
        var row = held.Row;
        return row.Route is { } route
            ? new UnitAchievement
            {
                Id = row.Id, Learner = row.Uln, Version = row.Version, AwardedOn = row.AwardedOn, AwardingOrganisation = row.AwardingOrganisation,
                Provider = row.Provider, Grade = row.Grade, LanguageOfAssessment = row.LanguageOfAssessment, Status = row.Status, Source = row.Source,
                RecordedAt = row.RecordedAt, UnderChallenge = held.UnderChallenge, Unit = StoredNumber.Unit(row.Subject), Route = route,
            }
            : new QualificationAchievement
            {
                Id = row.Id, Learner = row.Uln, Version = row.Version, AwardedOn = row.AwardedOn, AwardingOrganisation = row.AwardingOrganisation,
                Provider = row.Provider, Grade = row.Grade, LanguageOfAssessment = row.LanguageOfAssessment, Status = row.Status, Source = row.Source,
                RecordedAt = row.RecordedAt, UnderChallenge = held.UnderChallenge, Qualification = StoredNumber.Qualification(row.Subject),
            };
    }

    /// <summary>What makes two submissions the same achievement, within one awarding organisation.</summary>
    private readonly record struct AchievementKey(Uln Learner, string Subject, DateOnly AwardedOn);

    /// <summary>A version that is held, and whether the learner challenges the achievement.</summary>
    private sealed record HeldAchievement(QualificationAchievementRow Row, bool UnderChallenge);

    /// <summary>A learner found for a number asked for.</summary>
    private sealed record LearnerMatch(long Asked, long Present, string FamilyName);
}
