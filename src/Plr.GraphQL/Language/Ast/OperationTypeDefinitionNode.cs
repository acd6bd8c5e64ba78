namespace Plr.GraphQL.Language.Ast;

/// <summary>One root operation type of a schema: <c>query: Query</c>.</summary>
/// <remarks>GraphQL September 2025, 3.3.1 Root Operation Types.</remarks>
public sealed class OperationTypeDefinitionNode(
    Location location,
    OperationType operation,
    NamedTypeNode type)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;

    /// <summary>Which kind of operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The object type where it begins.</summary>
    public NamedTypeNode Type { get; } = type;
}
