using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>The selections between one pair of braces.</summary>
/// <remarks>GraphQL September 2025, 2.5 Selection Sets.</remarks>
public sealed class SelectionSetNode(Location location, ImmutableArray<SelectionNode> selections)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;

    /// <summary>In document order; never empty.</summary>
    public ImmutableArray<SelectionNode> Selections { get; } = selections;
}
