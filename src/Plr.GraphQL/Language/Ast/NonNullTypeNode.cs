namespace Plr.GraphQL.Language.Ast;

/// <summary>A type that excludes null: <c>T!</c>.</summary>
public sealed class NonNullTypeNode(Location location, TypeNode type)
    : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    /// <summary>The type inside: named or list, never another non-null.</summary>
    public TypeNode Type { get; } = type;
}
