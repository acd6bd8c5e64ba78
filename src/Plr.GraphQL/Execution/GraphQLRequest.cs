namespace Plr.GraphQL.Execution;

/// <summary>One request as it came: bytes, nothing parsed.</summary>
/// <remarks>GraphQL September 2025, 6 Execution. The memory must stay unchanged until the execution has ended.</remarks>
public sealed class GraphQLRequest
{
    /// <summary>The document as UTF-8.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Which operation of the document; null when it holds only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables as one JSON object in UTF-8; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Variables { get; init; }

    /// <summary>Whether nothing may be changed, as with a GET request; a mutation is <see cref="ErrorCodes.OperationNotAllowed"/>.</summary>
    public bool IsQueryOnly { get; init; }

    /// <summary>Whether a subscription may run where there may be more than one response; otherwise it is
    /// <see cref="ErrorCodes.OperationNotAllowed"/>.</summary>
    public bool AllowsSubscription { get; init; } = true;
}
