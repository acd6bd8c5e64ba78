using Plr.Domain.Achievements;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.GraphQL;
using Plr.GraphQL.Pagination;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>What a learner has achieved: fields of <c>type Learner</c>.</summary>
[ObjectType<LearnerReference>("Learner")]
public sealed class LearnerAchievementResolvers(RecordSession session, RecordAccess access, RequestCatalogue catalogue)
{
    /// <summary><c>Learner.achievements</c>: all of them, or those that the viewer awarded itself.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<Connection<Achievement>?>> AchievementsAsync(
        IReadOnlyList<LearnerReference> learners,
        int? first,
        string? after,
        int? last,
        string? before,
        AchievementFilter? filter,
        AchievementOrder orderBy,
        CancellationToken cancellationToken)
    {
        var loaded = await access.LoadAsync(learners.Select(learner => learner.Uln), cancellationToken);
        var achievements = await session.AchievementsAsync(learners.Select(learner => learner.Uln), cancellationToken);
        return [.. learners.Select(learner => Page(loaded.GetValueOrDefault(learner.Uln), achievements.GetValueOrDefault(learner.Uln) ?? []))];

        Connection<Achievement>? Page(LearnerAccess? known, IReadOnlyList<Achievement> all)
        {
            List<Achievement> seen = [.. all.Where(achievement => MaySee(known, achievement) && filter?.Matches(achievement) is not false)];
            if (orderBy is AchievementOrder.OldestAwardFirst)
            {
                seen.Reverse();
            }

            return ConnectionSlicer.SliceByKey(seen, Key, first, after, last, before);
        }
    }

    /// <summary><c>Learner.widerAchievements</c>: newest award first.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<Connection<WiderAchievement>?>> WiderAchievementsAsync(
        IReadOnlyList<LearnerReference> learners, int? first, string? after, int? last, string? before, CancellationToken cancellationToken)
    {
        var achievements = await session.WiderAchievementsAsync(learners.Select(learner => learner.Uln), cancellationToken);
        return [.. learners.Select(learner =>
            ConnectionSlicer.SliceByKey(achievements.GetValueOrDefault(learner.Uln) ?? [], Key, first, after, last, before))];
    }

    /// <summary><c>Learner.credits</c>: of final achievements, each unit once.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<CreditSummary?>> CreditsAsync(IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        var achievements = await session.AchievementsAsync(learners.Select(learner => learner.Uln), cancellationToken);
        return [.. learners.Select(learner => CreditSummary.Of(achievements.GetValueOrDefault(learner.Uln) ?? [], catalogue))];
    }

    // The list opened as it would for a number that nobody has, so each row is looked at by the true decision.
    private bool MaySee(LearnerAccess? known, Achievement achievement)
    {
        var decision = access.Decide(known, ConsentScope.QualificationAchievements);
        return decision.IsAllowed || (decision.AllowsOwnAwards && access.IsAwardedByViewer(achievement.AwardingOrganisation));
    }

    private static string Key(Achievement achievement) => achievement.Id.Value.ToString("N");
}
