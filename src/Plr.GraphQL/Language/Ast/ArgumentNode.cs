namespace Plr.GraphQL.Language.Ast;

/// <summary>One argument of a field or directive.</summary>
/// <remarks>GraphQL September 2025, 2.7 Arguments.</remarks>
public sealed class ArgumentNode(Location location, string name, ValueNode value)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Argument;

    /// <summary>The argument it names.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public ValueNode Value { get; } = value;
}
