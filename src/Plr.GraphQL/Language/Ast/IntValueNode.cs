namespace Plr.GraphQL.Language.Ast;

/// <summary>An integer literal, kept as written because its range depends on the type that reads it.</summary>
/// <remarks>GraphQL September 2025, 2.10.1 Int Value.</remarks>
public sealed class IntValueNode(Location location, string value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.IntValue;

    /// <summary>The digits with their sign, such as <c>-12</c>.</summary>
    public string Value { get; } = value;
}
