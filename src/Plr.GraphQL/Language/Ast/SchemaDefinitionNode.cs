using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>The <c>schema</c> definition, or an extension of it.</summary>
/// <remarks>GraphQL September 2025, 3.3 Schema.</remarks>
public sealed class SchemaDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : DefinitionNode(location, description, directives)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SchemaDefinition;

    /// <summary>Whether it was written with <c>extend</c>.</summary>
    public bool IsExtension { get; } = isExtension;

    /// <summary>Root operation types in document order; empty only in an extension.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}
