using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;

namespace Plr.GraphQL.Execution.Incremental;

// Fields of one object that are executed later, together, for one deferred fragment or for several that share them.
// Incremental delivery draft: an execution group.
internal sealed class ExecutionGroup(
    DeferredGroup plan, FieldPlan? producer, object value, PathSegment[] path, DeferScope? scope, DeferredFragment[] fragments)
{
    internal DeferredGroup Plan { get; } = plan;

    // The field whose value the object is; null for the root.
    internal FieldPlan? Producer { get; } = producer;

    internal object Value { get; } = value;

    internal PathSegment[] Path { get; } = path;

    internal DeferScope? Scope { get; } = scope;

    internal DeferredFragment[] Fragments { get; } = fragments;

    internal bool IsStarted { get; set; }

    // Its data, once executed and until delivered.
    internal ResponseWriter? Data { get; set; }

    // Those of its data, or those for which it has none.
    internal ErrorCollector? Errors { get; set; }

    internal bool HasFailed { get; set; }

    // Lists in it that are streamed, once its fragment is delivered.
    internal List<StreamedList> Streams { get; } = [];

    internal bool IsLive => Array.Exists(Fragments, static fragment => fragment.IsLive);
}
