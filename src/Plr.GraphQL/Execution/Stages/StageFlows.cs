using Microsoft.Extensions.Logging;
using Plr.GraphQL.DataLoading;

namespace Plr.GraphQL.Execution.Stages;

// Runs the asynchronous work of a stage one after another: the next begins when the last is done or waits for a loader. When all have begun,
// the loaders load, and so on until all are done. So at most one of them uses the request's database connection at a time, and the
// batches do not depend on timing. No flow ever fails: each keeps its outcome in its column.
internal sealed class StageFlows(ExecutionState state)
{
    private readonly List<Task> flows = [];
    private readonly BatchScheduler scheduler = state.Scheduler;

    // How many keys loaders were asked for, read before a flow begins.
    internal long Requests => scheduler.Requests;

    // Returns when the flow is done or waits for a loader.
    internal async ValueTask SettleAsync(Task flow, long requestsBefore)
    {
        flows.Add(flow);
        while (!flow.IsCompleted && scheduler.Requests == requestsBefore)
        {
            if (!scheduler.HasPending)
            {
                await Task.WhenAny(flow, scheduler.NextRequest(requestsBefore)).WaitAsync(state.CancellationToken);
            }
            else if (await IsStalledAsync(flow, requestsBefore))
            {
                return;
            }
        }
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

            var requests = scheduler.Requests;
            if (scheduler.HasPending)
            {
                await DispatchAsync();
            }
            else
            {
                await Task.WhenAny(flows[i], scheduler.NextRequest(requests)).WaitAsync(state.CancellationToken);
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
    private async ValueTask<bool> IsStalledAsync(Task flow, long requestsBefore)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(state.CancellationToken);
        var limit = Task.Delay(state.Options.StallLimit, timer.Token);
        var first = await Task.WhenAny(flow, scheduler.NextRequest(requestsBefore), limit);
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
