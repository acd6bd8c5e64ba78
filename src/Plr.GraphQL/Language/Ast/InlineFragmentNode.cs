using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>Selections under a type condition, or under directives alone.</summary>
/// <remarks>GraphQL September 2025, 2.9.2 Inline Fragments.</remarks>
public sealed class InlineFragmentNode(
    Location location,
    ImmutableArray<DirectiveNode> directives,
    NamedTypeNode? typeCondition,
    SelectionSetNode selectionSet)
    : SelectionNode(location, directives)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;

    /// <summary>The type after <c>on</c>; null when the enclosing type stays.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <summary>What it selects.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
