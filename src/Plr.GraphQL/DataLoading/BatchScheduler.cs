namespace Plr.GraphQL.DataLoading;

/// <summary>Knows the loaders of a request and lets them load when the executor says so. Scoped.</summary>
/// <remarks>The executor starts every resolver of a stage, then lets the loaders with pending keys load, in the order in which they
/// were made, one after another; so the batches of an operation over the same data are always the same.
/// A resolver may await loaders or its own work. What several resolvers share comes from a loader, never from a task that one of them
/// began and another awaits.</remarks>
public sealed class BatchScheduler
{
    private readonly Lock gate = new();
    private readonly List<IPendingLoader> loaders = [];
    private TaskCompletionSource? requested;
    private long requests;

    /// <summary>How many batches were loaded so far; what a test pins.</summary>
    public int BatchCount { get; private set; }

    // Grows with each key that a loader is asked for and has to load.
    internal long Requests => Volatile.Read(ref requests);

    internal bool HasPending
    {
        get
        {
            var from = 0;
            return NextPending(ref from) is not null;
        }
    }

    internal void Add(IPendingLoader loader)
    {
        lock (gate)
        {
            loaders.Add(loader);
        }
    }

    internal void NoteRequest()
    {
        TaskCompletionSource? waiting;
        lock (gate)
        {
            Volatile.Write(ref requests, requests + 1);
            waiting = requested;
            requested = null;
        }

        waiting?.TrySetResult();
    }

    internal void NoteBatch() => BatchCount++;

    // Completes when more keys were asked for than the caller has seen.
    internal Task NextRequest(long seen)
    {
        lock (gate)
        {
            return requests != seen
                ? Task.CompletedTask
                : (requested ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    // One round: each loader that has keys now, in creation order. False when none had.
    internal async ValueTask<bool> DispatchAsync(CancellationToken cancellationToken)
    {
        var any = false;
        for (var i = 0; NextPending(ref i) is { } loader; i++)
        {
            any = true;
            await loader.DispatchAsync(cancellationToken);
        }

        return any;
    }

    private IPendingLoader? NextPending(ref int from)
    {
        lock (gate)
        {
            while (from < loaders.Count && !loaders[from].HasPending)
            {
                from++;
            }

            return from < loaders.Count ? loaders[from] : null;
        }
    }
}
