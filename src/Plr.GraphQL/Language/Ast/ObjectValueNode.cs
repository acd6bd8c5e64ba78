using System.Collections.Immutable;

namespace Plr.GraphQL.Language.Ast;

/// <summary>An input object literal: <c>{ a: 1 }</c>.</summary>
/// <remarks>GraphQL September 2025, 2.10.8 Input Object Values.</remarks>
public sealed class ObjectValueNode(Location location, ImmutableArray<ObjectFieldNode> fields)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    /// <summary>The entries in document order; may be empty; names may repeat until validation.</summary>
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}
