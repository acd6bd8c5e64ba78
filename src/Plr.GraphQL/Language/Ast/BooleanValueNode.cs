namespace Plr.GraphQL.Language.Ast;

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <remarks>GraphQL September 2025, 2.10.3 Boolean Value.</remarks>
public sealed class BooleanValueNode(Location location, bool value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;

    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}
