namespace Plr.GraphQL.Tests.Observation;

// Listeners hear the whole process, and allocations are counted by the thread: these tests run alone.
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ObservedCollection
{
    public const string Name = "observed";
}
