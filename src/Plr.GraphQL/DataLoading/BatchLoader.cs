using System.Diagnostics;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.DataLoading;

/// <summary>Gathers the keys that resolvers ask for and loads them in batches; each key is loaded once a request. Scoped.</summary>
/// <typeparam name="TKey">What is asked for; compared by its own equality.</typeparam>
/// <typeparam name="TValue">What a key stands for; a key that stands for nothing gives <c>default</c>.</typeparam>
public abstract class BatchLoader<TKey, TValue> : IPendingLoader
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Wait> loads = [];
    private readonly BatchScheduler scheduler;
    private readonly int maxBatchSize;
    private List<TKey> pending = [];

    /// <summary>Joins the scheduler of the request.</summary>
    /// <param name="maxBatchSize">The most keys in one batch, at least 1.</param>
    protected BatchLoader(BatchScheduler scheduler, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBatchSize, 1);
        this.scheduler = scheduler;
        this.maxBatchSize = maxBatchSize;
        scheduler.Add(this);
    }

    bool IPendingLoader.HasPending
    {
        get
        {
            lock (gate)
            {
                return pending.Count > 0;
            }
        }
    }

    /// <summary>The value of a key, when the executor has let the batch load; <c>default</c> when there is none.</summary>
    /// <param name="cancellationToken">Ends this wait alone; the batch is under the request's token.</param>
    public ValueTask<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken)
    {
        var wait = WaitFor(key, out var isNew);
        if (wait.Task.IsCompleted)
        {
            return new ValueTask<TValue?>(wait.Task);
        }

        if (isNew)
        {
            scheduler.NoteWait(wait.Flow);
        }

        return new ValueTask<TValue?>(cancellationToken.CanBeCanceled && cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<TValue?>(cancellationToken)
            : wait.Task);
    }

    /// <summary>The values of several keys, in their order.</summary>
    public async ValueTask<IReadOnlyList<TValue?>> LoadAllAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var waits = Ask(keys, cancellationToken);
        var values = new TValue?[waits.Length];
        for (var i = 0; i < waits.Length; i++)
        {
            values[i] = await waits[i];
        }

        return values;
    }

    async ValueTask IPendingLoader.DispatchAsync(CancellationToken cancellationToken)
    {
        List<TKey> keys;
        lock (gate)
        {
            keys = pending;
            pending = [];
        }

        for (var start = 0; start < keys.Count; start += maxBatchSize)
        {
            await LoadPartAsync(keys, start, Math.Min(maxBatchSize, keys.Count - start), cancellationToken);
        }
    }

    /// <summary>Loads one batch. A key that stands for nothing is absent from the result.</summary>
    /// <param name="keys">Distinct, in the order in which they were asked for, at most the batch size.</param>
    protected abstract ValueTask<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlySet<TKey> keys, CancellationToken cancellationToken);

    // The first key is no sign that the flow waits: on another thread than the executor's it may still be asking for the rest.
    private Task<TValue?>[] Ask(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var flow = scheduler.Current;
        scheduler.NoteBeginning(flow, 1);
        try
        {
            var waits = new Task<TValue?>[keys.Count];
            for (var i = 0; i < waits.Length; i++)
            {
                waits[i] = LoadAsync(keys[i], cancellationToken).AsTask();
            }

            return waits;
        }
        finally
        {
            scheduler.NoteBeginning(flow, -1);
        }
    }

    // Each flow that waits for a key has a wait of its own, so that they go on one after another.
    private Wait WaitFor(TKey key, out bool isNew)
    {
        var flow = scheduler.Current;
        lock (gate)
        {
            if (!loads.TryGetValue(key, out var wait))
            {
                wait = new Wait(flow);
                loads.Add(key, wait);
                pending.Add(key);
                isNew = true;
                return wait;
            }

            isNew = false;
            while (!wait.Task.IsCompleted && wait.Flow != flow)
            {
                isNew = wait.Next is null;
                wait = wait.Next ??= new Wait(flow);
            }

            return wait;
        }
    }

    private async ValueTask LoadPartAsync(List<TKey> keys, int start, int count, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<TKey, TValue>? values = null;
        Exception? failure = null;
        var begun = Stopwatch.GetTimestamp();
        using var span = Spans.StartBatch(GetType().Name, count);
        try
        {
            values = await LoadBatchAsync(new HashSet<TKey>(keys.Slice(start, count)), cancellationToken);
        }
#pragma warning disable CA1031 // Whatever went wrong is handed to every resolver that waits for the batch.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        span?.Dispose(); // What waited for the batch goes on outside it.
        scheduler.NoteBatch(GetType().Name, count, Stopwatch.GetElapsedTime(begun));
        for (var i = start; i < start + count; i++)
        {
            for (var wait = First(keys[i]); wait is not null; wait = Next(wait))
            {
                await DeliverAsync(wait, keys[i], values, failure);
            }
        }
    }

    // The flow goes on, and nothing else does until it is done or waits again.
    private async ValueTask DeliverAsync(Wait wait, TKey key, IReadOnlyDictionary<TKey, TValue>? values, Exception? failure)
    {
        var flow = wait.Flow;
        scheduler.Resume(flow);
        scheduler.NoteDelivery(flow);
        if (values is null)
        {
            wait.TrySetException(failure!); // Invariant: no values, so a failure.
        }
        else
        {
            wait.TrySetResult(values.TryGetValue(key, out var value) ? value : default);
        }

        for (; flow is not null && scheduler.Settler is { } settler; flow = flow.Parent)
        {
            if (!scheduler.IsSettled(flow))
            {
                await settler.SettleAsync(flow);
            }
        }
    }

    private Wait First(TKey key)
    {
        lock (gate)
        {
            return loads[key];
        }
    }

    private Wait? Next(Wait wait)
    {
        lock (gate)
        {
            return wait.Next;
        }
    }

    // Continuations run in place, so that resolvers go on in the order in which they asked.
    private sealed class Wait(Flow? flow) : TaskCompletionSource<TValue?>
    {
        internal Flow? Flow { get; } = flow;

        internal Wait? Next { get; set; }
    }
}
