using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>An object type.</summary>
/// <remarks>GraphQL September 2025, 3.6 Objects.</remarks>
public sealed class ObjectTypeDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    string name,
    Location nameLocation,
    ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(location, description, directives, isExtension, name, nameLocation)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectTypeDefinition;

    /// <summary>The interfaces after <c>implements</c>, in document order.</summary>
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>Fields in document order; may be empty.</summary>
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}
