namespace Plr.GraphQL.Language.Ast;

/// <summary>One entry of an input object literal.</summary>
/// <remarks>GraphQL September 2025, 2.10.8 Input Object Values.</remarks>
public sealed class ObjectFieldNode(Location location, string name, ValueNode value)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    /// <summary>The input field it names.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public ValueNode Value { get; } = value;
}
