using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>An argument definition or an input field.</summary>
/// <remarks>GraphQL September 2025, 3.6.1 Field Arguments and 3.10 Input Objects.</remarks>
public sealed class InputValueDefinitionNode(
    Location location,
    StringValueNode? description,
    string name,
    Location nameLocation,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;

    /// <summary>The description before the definition; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>Where the name alone stands, for messages that point at it.</summary>
    public Location NameLocation { get; } = nameLocation;

    /// <summary>The type as written.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>A constant; null when there is no default, which is not the literal null.</summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>Applied directives in document order; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
