namespace Plr.GraphQL.Execution;

// Where the further responses of a request come from.
internal interface IResponseSource : IAsyncDisposable
{
    // Null when there are no more.
    ValueTask<ExecutionResult?> NextAsync();
}
