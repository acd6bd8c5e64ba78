using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A named fragment.</summary>
/// <remarks>GraphQL September 2025, 2.9 Fragments.</remarks>
public sealed class FragmentDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet,
    string name,
    Location nameLocation,
    NamedTypeNode typeCondition)
    : ExecutableDefinitionNode(location, description, directives, selectionSet)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;

    /// <summary>The name; never <c>on</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Where the name alone stands, for messages that point at it.</summary>
    public Location NameLocation { get; } = nameLocation;

    /// <summary>The type it applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;
}
