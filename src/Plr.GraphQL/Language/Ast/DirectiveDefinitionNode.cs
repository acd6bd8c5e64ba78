using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>The definition of a directive.</summary>
/// <remarks>GraphQL September 2025, 3.13 Directives. <see cref="DefinitionNode.Directives"/> is always empty here.</remarks>
public sealed class DirectiveDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    string name,
    Location nameLocation,
    ImmutableArray<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    ImmutableArray<DirectiveLocation> locations)
    : DefinitionNode(location, description, directives)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    /// <summary>The name without <c>@</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Where the name alone stands, for messages that point at it.</summary>
    public Location NameLocation { get; } = nameLocation;

    /// <summary>Arguments in document order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether one location may carry it more than once.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Where it may stand, in document order; never empty.</summary>
    public ImmutableArray<DirectiveLocation> Locations { get; } = locations;
}
