using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Execution;

/// <summary>A complete response in a pooled buffer. Dispose it once the bytes are sent.</summary>
/// <remarks>GraphQL September 2025, 7.1 Response Format.</remarks>
public sealed class ExecutionResult : IDisposable
{
    private readonly ResponseWriter writer;

    internal ExecutionResult(ResponseWriter writer, string? requestErrorCode, OperationType? operation, int errorCount, bool hasNext = false)
    {
        this.writer = writer;
        RequestErrorCode = requestErrorCode;
        Operation = operation;
        ErrorCount = errorCount;
        HasNext = hasNext;
    }

    /// <summary>The response as one JSON object in UTF-8; valid until disposed.</summary>
    public ReadOnlyMemory<byte> Body => writer.Written;

    /// <summary>Whether it is a request error result: nothing was executed and there is no data.</summary>
    public bool IsRequestError => RequestErrorCode is not null;

    /// <summary>The code of the first request error; null when the operation was executed.</summary>
    public string? RequestErrorCode { get; }

    /// <summary>What was executed; null when the request failed before an operation was chosen.</summary>
    public OperationType? Operation { get; }

    /// <summary>When the same request may be answered; null when time changes nothing, or nobody knows.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many entries <c>errors</c> has; 0 when it is absent.</summary>
    public int ErrorCount { get; }

    /// <summary>Whether more of the same response follows: something is deferred or streamed. Subscriptions do not tell.</summary>
    public bool HasNext { get; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => writer.Dispose();
}
