namespace Plr.GraphQL.Execution.Subscriptions;

// GraphQL September 2025, 6.2.3.2 Response Stream: a response for each event. Disposing it is Unsubscribe().
internal sealed class EventResponses(SourceStream source, RequestExecutor executor) : IResponseSource
{
    public ValueTask<ExecutionResult?> NextAsync() => executor.MapSourceToResponseEventAsync(source);

    public ValueTask DisposeAsync() => executor.CloseAsync(source);
}
