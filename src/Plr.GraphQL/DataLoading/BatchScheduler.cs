using Plr.GraphQL.Observation;

namespace Plr.GraphQL.DataLoading;

/// <summary>Knows the loaders of a request and lets them load when the executor says so. Scoped.</summary>
/// <remarks>The executor starts the resolvers of a stage one after another: the next begins when the last is done or waits for a loader. Then
/// the loaders with pending keys load, in the order in which they were made; each resolver that waited goes on, alone, until it is done or waits
/// again. So the batches of an operation over the same data are always the same, on whatever threads and in whatever time resolvers work.
/// A resolver may await loaders or its own work. What several resolvers share comes from a loader, never from a task that one of them
/// began and another awaits. A resolver that does several things at once does them by <see cref="TogetherAsync"/>.</remarks>
public sealed class BatchScheduler
{
    private readonly Lock gate = new();
    private readonly List<IPendingLoader> loaders = [];
    private TaskCompletionSource? changed;
    private long changes;
    private int waits;
    private Flow? spare;

    /// <summary>How many batches were loaded so far; what a test pins.</summary>
    public int BatchCount { get; private set; }

    // What runs now. One flow runs at a time, on whatever thread.
    internal Flow? Current { get; private set; }

    // Set by the executor.
    internal IFlowSettler? Settler { get; set; }

    // Told of each batch: the loader, its keys and how long it took. Null when nobody asks.
    internal Action<string, int, TimeSpan>? BatchLoaded { get; set; }

    // Set by the executor.
    internal EngineMetrics? Metrics { get; set; }

    // Grows with whatever may settle a flow.
    internal long Changes => Volatile.Read(ref changes);

    // Whether anyone waits for a loader.
    internal bool HasWaits => Volatile.Read(ref waits) > 0;

    internal bool HasPending
    {
        get
        {
            var from = 0;
            return NextPending(ref from) is not null;
        }
    }

    /// <summary>Does several things for one resolver so that their loaders share batches: each begins when the one before is done or waits
    /// for a loader. Returns when all are done.</summary>
    /// <exception cref="Exception">That of the first part that failed.</exception>
    public async Task TogetherAsync(IReadOnlyList<Func<Task>> parts)
    {
        var parent = Current;
        var tasks = new Task[parts.Count];
        NoteBeginning(parent, 1);
        try
        {
            for (var i = 0; i < tasks.Length; i++)
            {
                var flow = new Flow(parent);
                Resume(flow);
                tasks[i] = flow.Task = parts[i]();
                if (!flow.Task.IsCompleted && Settler is { } settler)
                {
                    await settler.SettleAsync(flow);
                }
            }
        }
        finally
        {
            Resume(parent);
            NoteBeginning(parent, -1);
        }

        await Task.WhenAll(tasks);
    }

    internal void Add(IPendingLoader loader)
    {
        lock (gate)
        {
            loaders.Add(loader);
        }
    }

    // A flow that runs from now on. One that ended at once leaves its object to the next.
    internal Flow Begin()
    {
        var flow = spare is { Waits: 0, Task: null } ? spare : spare = new Flow(null);
        Current = flow;
        return flow;
    }

    internal void Resume(Flow? flow) => Current = flow;

    internal bool IsSettled(Flow flow)
    {
        lock (gate)
        {
            return flow.Task is { IsCompleted: true } || (flow.Waits > 0 && flow.Beginnings == 0);
        }
    }

    // A loader owes a value.
    internal void NoteWait(Flow? flow) => Count(flow, 1);

    // It is about to give it.
    internal void NoteDelivery(Flow? flow) => Count(flow, -1);

    // It begins its parts, or asks for several keys, and does not wait before it has begun or asked for all.
    internal void NoteBeginning(Flow? flow, int more)
    {
        lock (gate)
        {
            if (flow is not null)
            {
                flow.Beginnings += more;
            }
        }

        NoteChange();
    }

    internal void NoteBatch(string loader, int keys, TimeSpan elapsed)
    {
        BatchCount++;
        Metrics?.CountBatch(loader, keys, elapsed);
        BatchLoaded?.Invoke(loader, keys, elapsed);
    }

    // Completes when more has changed than the caller has seen.
    internal Task NextChange(long seen)
    {
        lock (gate)
        {
            return changes != seen
                ? Task.CompletedTask
                : (changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
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

    private void Count(Flow? flow, int more)
    {
        lock (gate)
        {
            waits += more;
            for (; flow is not null; flow = flow.Parent)
            {
                flow.Waits += more;
            }
        }

        NoteChange();
    }

    private void NoteChange()
    {
        TaskCompletionSource? waiting;
        lock (gate)
        {
            Volatile.Write(ref changes, changes + 1);
            waiting = changed;
            changed = null;
        }

        waiting?.TrySetResult();
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
