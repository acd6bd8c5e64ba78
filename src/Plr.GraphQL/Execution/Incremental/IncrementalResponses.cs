using Plr.GraphQL.Execution.Stages;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Execution.Incremental;

// The responses after the first. The time that a request may take is for all of them together, and it counts as executing until the last.
internal sealed class IncrementalResponses(
    IncrementalExecution execution,
    ExecutionState state,
    CancellationTokenSource deadline,
    RequestExecutor executor,
    CancellationToken client) : IResponseSource
{
    public async ValueTask<ExecutionResult?> NextAsync()
    {
        if (!execution.HasNext)
        {
            return null;
        }

        // Where a response can not be given, what it would have completed is not complete for the client.
        var open = execution.Open;
        ResponseWriter response;
        try
        {
            response = await execution.NextAsync();
            await RequestExecutor.CompleteAsync(response, state);
        }
        catch (Exception exception) when (!client.IsCancellationRequested)
        {
            await execution.AbandonAsync();
            response = execution.Fail(open, executor.ToRequestError(exception, state));
        }

        return new ExecutionResult(response, requestErrorCode: null, OperationType.Query, errorCount: 0, execution.HasNext);
    }

    public ValueTask DisposeAsync()
    {
        execution.Release();
        deadline.Dispose();
        executor.Dismiss();
        return ValueTask.CompletedTask;
    }
}
