using Plr.Domain.Routes;
using Plr.GraphQL;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>The questions a learner keeps: a field of <c>type Learner</c>. That the learner asks was decided before.</summary>
[ObjectType<LearnerReference>("Learner")]
public sealed class SavedRouteQueryList(RecordSession session, RecordAccess access)
{
    /// <summary><c>Learner.savedRouteQueries</c>: by name.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<IReadOnlyList<SavedRouteQuery>?>> SavedRouteQueriesAsync(
        IReadOnlyList<LearnerReference> learners, CancellationToken cancellationToken)
    {
        // Kept under the number that the record is kept under now.
        var loaded = await access.LoadAsync(learners.Select(learner => learner.Uln), cancellationToken);
        var queries = await session.RouteQueriesAsync(loaded.Values.Select(learner => learner.Learner.Uln), cancellationToken);
        return
        [
            .. learners.Select(learner => loaded.GetValueOrDefault(learner.Uln) is { } found
                ? queries.GetValueOrDefault(found.Learner.Uln) ?? []
                : (IReadOnlyList<SavedRouteQuery>)[]),
        ];
    }
}
