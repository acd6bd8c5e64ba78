namespace Plr.GraphQL.Language.Ast;

/// <summary>A name in value position that is not <c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <remarks>GraphQL September 2025, 2.10.6 Enum Value.</remarks>
public sealed class EnumValueNode(Location location, string value)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    /// <summary>The name.</summary>
    public string Value { get; } = value;
}
