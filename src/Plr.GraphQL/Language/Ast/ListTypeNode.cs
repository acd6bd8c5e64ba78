namespace Plr.GraphQL.Language.Ast;

/// <summary>A list of some type: <c>[T]</c>.</summary>
public sealed class ListTypeNode(Location location, TypeNode type)
    : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListType;

    /// <summary>The item type.</summary>
    public TypeNode Type { get; } = type;
}
