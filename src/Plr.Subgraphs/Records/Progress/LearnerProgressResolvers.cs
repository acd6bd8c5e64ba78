using Plr.Domain.Identifiers;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>What a learner's achievements add up to: fields of <c>type Learner</c>.</summary>
[ObjectType<LearnerReference>("Learner")]
public sealed class LearnerProgressResolvers(RecordSession session, RequestCatalogue catalogue)
{
    /// <summary><c>Learner.progress</c>: under the rule in force, as of today.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<LearnerProgress?>> ProgressAsync(
        IReadOnlyList<LearnerReference> learners,
        QualificationNumber qualification,
        IReadOnlyList<UnitNumber>? whatIf,
        bool includeAchieved,
        CancellationToken cancellationToken)
    {
        var asked = catalogue.Find(qualification).OrThrow();
        var units = UnitList.Read(catalogue, whatIf ?? []);
        var achievements = includeAchieved ? await session.AchievementsAsync(learners.Select(learner => learner.Uln), cancellationToken) : null;
        return [.. learners.Select(learner => LearnerProgress.Of(catalogue, asked, learner.Uln, achievements?.GetValueOrDefault(learner.Uln) ?? [], units))];
    }
}
