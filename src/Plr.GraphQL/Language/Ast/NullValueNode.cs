namespace Plr.GraphQL.Language.Ast;

/// <summary>The literal <c>null</c>.</summary>
/// <remarks>GraphQL September 2025, 2.10.5 Null Value.</remarks>
public sealed class NullValueNode(Location location)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}
