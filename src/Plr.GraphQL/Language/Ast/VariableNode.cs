namespace Plr.GraphQL.Language.Ast;

/// <summary>A variable, used or declared: <c>$name</c>.</summary>
/// <remarks>GraphQL September 2025, 2.11 Variables.</remarks>
public sealed class VariableNode(Location location, string name)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Variable;

    /// <summary>The name without <c>$</c>.</summary>
    public string Name { get; } = name;
}
