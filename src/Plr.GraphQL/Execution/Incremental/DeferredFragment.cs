using Plr.GraphQL.Execution.Planning;
using Plr.GraphQL.Execution.Responses;

namespace Plr.GraphQL.Execution.Incremental;

// One @defer at one object of the response: what a client is told to wait for.
// Incremental delivery draft: a deferred fragment record.
internal sealed class DeferredFragment(DeferUsage usage, PathSegment[] path, DeferredFragment? parent)
{
    internal string? Label { get; } = usage.Label;

    internal PathSegment[] Path { get; } = path;

    // The deferred fragment around it.
    internal DeferredFragment? Parent { get; } = parent;

    // Told once the fragment around it is complete.
    internal List<DeferredFragment> Children { get; } = [];

    // Groups whose data it still has to bring.
    internal List<ExecutionGroup> Groups { get; } = [];

    // How many of them are not executed yet.
    internal int Unexecuted { get; set; }

    // Set when the client is told of it.
    internal string? Id { get; set; }

    internal DeferredState State { get; set; }

    // Whether groups are worth executing for it.
    internal bool IsLive => State is DeferredState.Waiting or DeferredState.Pending;
}
