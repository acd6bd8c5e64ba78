using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A field of an object or interface type.</summary>
/// <remarks>GraphQL September 2025, 3.6 Objects.</remarks>
public sealed class FieldDefinitionNode(
    Location location,
    StringValueNode? description,
    string name,
    Location nameLocation,
    ImmutableArray<InputValueDefinitionNode> arguments,
    TypeNode type,
    ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;

    /// <summary>The description before the definition; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>Where the name alone stands, for messages that point at it.</summary>
    public Location NameLocation { get; } = nameLocation;

    /// <summary>Arguments in document order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>The type as written.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>Applied directives in document order; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
