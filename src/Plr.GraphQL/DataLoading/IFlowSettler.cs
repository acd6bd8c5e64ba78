namespace Plr.GraphQL.DataLoading;

// What the scheduler sees of the executor.
internal interface IFlowSettler
{
    // Returns when the flow is done or waits for a loader.
    ValueTask SettleAsync(Flow flow);
}
