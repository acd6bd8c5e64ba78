namespace Plr.GraphQL.Execution;

/// <summary>A scoped service that has the last word: it runs after execution and before a byte of the answer is released.</summary>
public interface IRequestCompletion
{
    /// <summary>Makes durable what must be durable before the answer leaves.</summary>
    /// <param name="operationName">The name of the operation that was executed, as its document has it; null when it has none.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <remarks>A <see cref="GraphQLException"/> withholds the whole answer with its code; any other exception does so as
    /// <see cref="ErrorCodes.InternalError"/>.</remarks>
    ValueTask CompleteAsync(string? operationName, CancellationToken cancellationToken);
}
