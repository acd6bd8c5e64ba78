using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>An enum type.</summary>
/// <remarks>GraphQL September 2025, 3.9 Enums.</remarks>
public sealed class EnumTypeDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    string name,
    Location nameLocation,
    ImmutableArray<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(location, description, directives, isExtension, name, nameLocation)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumTypeDefinition;

    /// <summary>The values in document order.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}
