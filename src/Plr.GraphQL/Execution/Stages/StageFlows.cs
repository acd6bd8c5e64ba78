using Microsoft.Extensions.Logging;
using Plr.GraphQL.DataLoading;

namespace Plr.GraphQL.Execution.Stages;

// Runs the asynchronous work of a stage one after another: the next begins when the last is done or waits for a loader. When all have begun,
// the loaders load, and each flow that waited goes on alone, until all are done. So at most one of them uses the request's database connection
// at a time, and the batches do not depend on timing. No flow ever fails: each keeps its outcome in its column.
internal sealed class StageFlows : IFlowSettler
{
    private readonly ExecutionState state;
    private readonly BatchScheduler scheduler;
    private readonly List<Task> flows = [];

    internal StageFlows(ExecutionState state)
    {
        this.state = state;
        scheduler = state.Scheduler;
        scheduler.Settler = this;
    }

    // To be asked for before the work begins.
    internal Flow Begin() => scheduler.Begin();

    // Returns when the work is done or waits for a loader.
    internal ValueTask SettleAsync(Flow flow, Task work)
    {
        flow.Task = work;
        flows.Add(work);
        return ((IFlowSettler)this).SettleAsync(flow);
    }

    // Returns when every flow is done.
    internal async ValueTask DrainAsync()
    {
        for (var i = 0; i < flows.Count;)
        {
            if (flows[i].IsCompleted)
            {
                i++;
                continue;
            }

            var seen = scheduler.Changes;
            if (scheduler.HasPending)
            {
                await DispatchAsync();
            }
            else
            {
                await Task.WhenAny(flows[i], scheduler.NextChange(seen)).WaitAsync(state.CancellationToken);
            }
        }

        flows.Clear();
        state.ThrowIfOver();
    }

    // For a request that is over: gives what was told to stop a moment to do so.
    internal async Task AbandonAsync(TimeSpan grace)
    {
        var all = Task.WhenAll(flows);
        if (!all.IsCompleted && await Task.WhenAny(all, Task.Delay(grace)) != all)
        {
            state.Logger.LogWarning("Resolvers of request {RequestId} did not stop when told to", state.RequestId);
        }
    }

    async ValueTask IFlowSettler.SettleAsync(Flow flow)
    {
        while (true)
        {
            var seen = scheduler.Changes;
            if (scheduler.IsSettled(flow))
            {
                return;
            }

            if (!scheduler.HasWaits)
            {
                await Task.WhenAny(flow.Task!, scheduler.NextChange(seen)).WaitAsync(state.CancellationToken); // Begun, so it has one.
            }
            else if (await IsStalledAsync(flow, seen))
            {
                return;
            }
        }
    }

    private async ValueTask DispatchAsync()
    {
        var dispatch = scheduler.DispatchAsync(state.CancellationToken);
        if (!dispatch.IsCompleted)
        {
            var pending = dispatch.AsTask();
            flows.Add(pending);
            await pending.WaitAsync(state.CancellationToken);
        }
        else
        {
            await dispatch;
        }
    }

    // The flow may be at work of its own, which must not be overtaken; or it may wait for another flow that waits for a loader,
    // which is a mistake of their author that would otherwise wait for ever.
    private async ValueTask<bool> IsStalledAsync(Flow flow, long seen)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(state.CancellationToken);
        var limit = Task.Delay(state.Options.StallLimit, timer.Token);
        var first = await Task.WhenAny(flow.Task!, scheduler.NextChange(seen), limit); // Begun, so it has one.
        await timer.CancelAsync();
        state.CancellationToken.ThrowIfCancellationRequested();
        if (first != limit)
        {
            return false;
        }

        state.Logger.LogWarning(
            "A resolver of request {RequestId} waits for what only another resolver's loader can give: share by a loader instead", state.RequestId);
        return true;
    }
}
