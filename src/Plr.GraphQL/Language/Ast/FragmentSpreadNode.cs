using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A named fragment put to use: <c>...Name</c>.</summary>
/// <remarks>GraphQL September 2025, 2.9 Fragments.</remarks>
public sealed class FragmentSpreadNode(
    Location location,
    ImmutableArray<DirectiveNode> directives,
    string name)
    : SelectionNode(location, directives)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;

    /// <summary>The fragment it names.</summary>
    public string Name { get; } = name;
}
