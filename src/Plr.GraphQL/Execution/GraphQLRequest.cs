using Plr.GraphQL.Execution.Costs;

namespace Plr.GraphQL.Execution;

/// <summary>One request as it came: bytes, nothing parsed.</summary>
/// <remarks>GraphQL September 2025, 6 Execution. The memory must stay unchanged until the execution has ended.</remarks>
public sealed class GraphQLRequest
{
    /// <summary>The document as UTF-8; empty when <see cref="DocumentHash"/> stands for it.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The SHA-256 of the document in 64 lower-case hexadecimal digits: alone, it asks for a document that the server has; beside
    /// the document, it registers it. Null when the client gave none.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>Which operation of the document; null when it holds only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables as one JSON object in UTF-8; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>What the client wants to know of the operation's cost.</summary>
    public CostReporting Cost { get; init; }

    /// <summary>Whether <c>extensions.plan</c> is to tell how the operation was executed: for its author's eyes, so in Development alone.</summary>
    public bool ReportsPlan { get; init; }

    /// <summary>Whose budget the operation is charged to, such as a signed-in subject or an address. Null counts as one client.</summary>
    public string? Client { get; init; }

    /// <summary>How it came, for metrics and traces.</summary>
    public RequestTransport Transport { get; init; }

    /// <summary>Whether nothing may be changed, as with a GET request; a mutation is <see cref="ErrorCodes.OperationNotAllowed"/>.</summary>
    public bool IsQueryOnly { get; init; }

    /// <summary>Whether a subscription may run where there may be more than one response; otherwise it is
    /// <see cref="ErrorCodes.OperationNotAllowed"/>.</summary>
    public bool AllowsSubscription { get; init; } = true;
}
