using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;
using Plr.GraphQL.Execution.Stages;

namespace Plr.GraphQL.Execution.Incremental;

// What is left for later while one piece of the response is written. What stands in a position that comes out null is left out again.
internal sealed class IncrementalWork
{
    private readonly List<(int Position, DeferredFragment Fragment)> fragments = [];
    private readonly List<(int Position, ExecutionGroup Group)> groups = [];
    private readonly List<(int Position, StreamedList List)> streams = [];

    internal IEnumerable<DeferredFragment> Fragments => fragments.Select(static entry => entry.Fragment);

    internal IEnumerable<ExecutionGroup> Groups => groups.Select(static entry => entry.Group);

    internal IEnumerable<StreamedList> Streams => streams.Select(static entry => entry.List);

    internal int Count => fragments.Count + groups.Count + streams.Count;

    // The scope of an object in which fragments are deferred.
    internal DeferScope? Enter(DeferredSelections deferred, DeferScope? scope, List<PathSegment> path, int position)
    {
        foreach (var usage in deferred.NewUsages)
        {
            var parent = usage.Parent is null ? null : DeferScope.Find(scope, usage.Parent);
            var fragment = new DeferredFragment(usage, [.. path], parent);
            fragments.Add((position, fragment));
            scope = new DeferScope(scope, usage, fragment);
        }

        return scope;
    }

    internal void AddGroups(DeferredSelections deferred, ObjectBatch batch, int row, DeferScope? scope, List<PathSegment> path, int position)
    {
        foreach (var plan in deferred.Groups)
        {
            DeferredFragment[] under = [.. plan.Usages.Select(usage => DeferScope.Find(scope, usage))];
            groups.Add((position, new ExecutionGroup(plan, batch.Producer, batch[row], [.. path], scope, under)));
        }
    }

    internal void AddStream(FieldPlan field, ObjectBatch batch, int row, ListRest rest, List<PathSegment> path, int position) =>
        streams.Add((position, new StreamedList(field, batch.Selection.Type, batch[row], [.. path], rest.Items, rest.From)));

    // The response is cut back to a position.
    internal void CutBack(int position)
    {
        fragments.RemoveAll(entry => entry.Position >= position);
        groups.RemoveAll(entry => entry.Position >= position);
        streams.RemoveAll(entry => entry.Position >= position);
    }
}
