namespace Plr.GraphQL.Language.Ast;

/// <summary>A string literal, quoted or block.</summary>
/// <remarks>GraphQL September 2025, 2.10.4 String Value.</remarks>
public sealed class StringValueNode(Location location, string value, bool isBlock)
    : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    /// <summary>The value that it stands for: escapes resolved, block indentation removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written between triple quotes.</summary>
    public bool IsBlock { get; } = isBlock;
}
