namespace Plr.GraphQL.Language.Ast;

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(Location location, string name)
    : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NamedType;

    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
