using Plr.GraphQL.Execution.Planning;

namespace Plr.GraphQL.Execution.Incremental;

// The deferred fragments around one object of the response, the innermost first.
internal sealed class DeferScope(DeferScope? outer, DeferUsage usage, DeferredFragment fragment)
{
    internal static DeferredFragment Find(DeferScope? scope, DeferUsage usage)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (ReferenceEquals(scope.Usage, usage))
            {
                return scope.Fragment;
            }
        }

        throw new InvalidOperationException("a field is deferred by a fragment that does not stand around it");
    }

    private DeferScope? Outer { get; } = outer;

    private DeferUsage Usage { get; } = usage;

    private DeferredFragment Fragment { get; } = fragment;
}
