using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>An input object type.</summary>
/// <remarks>GraphQL September 2025, 3.10 Input Objects.</remarks>
public sealed class InputObjectTypeDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    bool isExtension,
    string name,
    Location nameLocation,
    ImmutableArray<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(location, description, directives, isExtension, name, nameLocation)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeDefinition;

    /// <summary>Input fields in document order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
