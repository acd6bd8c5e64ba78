namespace Plr.GraphQL.Execution.Planning;

// What one response position and type leaves for later.
// Incremental delivery draft, BuildExecutionPlan().
internal sealed class DeferredSelections(DeferUsage[] newUsages, DeferredGroup[] groups)
{
    // The fragments that are first met here, those around others before them.
    internal DeferUsage[] NewUsages { get; } = newUsages;

    internal DeferredGroup[] Groups { get; } = groups;
}
