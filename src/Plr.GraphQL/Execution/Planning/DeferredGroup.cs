namespace Plr.GraphQL.Execution.Planning;

// Fields of one response position and type that are executed later, together, for the same deferred fragments.
internal sealed class DeferredGroup(DeferUsage[] usages, TypeSelection selection)
{
    internal DeferUsage[] Usages { get; } = usages;

    internal TypeSelection Selection { get; } = selection;
}
