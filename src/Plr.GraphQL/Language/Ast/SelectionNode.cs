using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A field, a fragment spread or an inline fragment.</summary>
/// <remarks>GraphQL September 2025, 2.5 Selection Sets.</remarks>
public abstract class SelectionNode(Location location, ImmutableArray<DirectiveNode> directives)
    : SyntaxNode(location)
{
    /// <summary>Applied directives in document order; empty when there are none.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
