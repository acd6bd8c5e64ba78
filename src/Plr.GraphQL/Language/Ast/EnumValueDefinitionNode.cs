using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>One value of an enum.</summary>
/// <remarks>GraphQL September 2025, 3.9 Enums.</remarks>
public sealed class EnumValueDefinitionNode(
    Location location,
    StringValueNode? description,
    string name,
    Location nameLocation,
    ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;

    /// <summary>The description before the definition; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The value.</summary>
    public string Name { get; } = name;

    /// <summary>Where the name alone stands, for messages that point at it.</summary>
    public Location NameLocation { get; } = nameLocation;

    /// <summary>Applied directives in document order; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
