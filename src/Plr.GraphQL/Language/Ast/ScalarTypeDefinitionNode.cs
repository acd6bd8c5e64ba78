using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A scalar type.</summary>
/// <remarks>GraphQL September 2025, 3.5 Scalars.</remarks>
public sealed class ScalarTypeDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    string name,
    Location nameLocation)
    : TypeDefinitionNode(location, description, directives, isExtension, name, nameLocation)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ScalarTypeDefinition;
}
