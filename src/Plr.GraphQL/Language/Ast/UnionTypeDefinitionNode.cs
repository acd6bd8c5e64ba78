using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A union type.</summary>
/// <remarks>GraphQL September 2025, 3.8 Unions.</remarks>
public sealed class UnionTypeDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    string name,
    Location nameLocation,
    ImmutableArray<NamedTypeNode> types)
    : TypeDefinitionNode(location, description, directives, isExtension, name, nameLocation)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.UnionTypeDefinition;

    /// <summary>The member types in document order.</summary>
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}
