namespace Plr.GraphQL.Language.Ast;

/// <summary>A literal with a fraction or an exponent, kept as written.</summary>
/// <remarks>GraphQL September 2025, 2.10.2 Float Value.</remarks>
public sealed class FloatValueNode(Location location, string value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FloatValue;

    /// <summary>The text of the number, such as <c>6.02e23</c>.</summary>
    public string Value { get; } = value;
}
