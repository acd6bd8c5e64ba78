using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>A list literal: <c>[1, 2]</c>.</summary>
/// <remarks>GraphQL September 2025, 2.10.7 List Value.</remarks>
public sealed class ListValueNode(Location location, ImmutableArray<ValueNode> items)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    /// <summary>The items in order; may be empty.</summary>
    public ImmutableArray<ValueNode> Items { get; } = items;
}
