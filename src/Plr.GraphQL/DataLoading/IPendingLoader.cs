namespace Plr.GraphQL.DataLoading;

// What the scheduler sees of a loader.
internal interface IPendingLoader
{
    bool HasPending { get; }

    ValueTask DispatchAsync(CancellationToken cancellationToken);
}
