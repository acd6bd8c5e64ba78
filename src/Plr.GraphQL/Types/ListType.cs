namespace Plr.GraphQL.Types;

/// <summary>A list of some type.</summary>
/// <remarks>GraphQL September 2025, 3.11 List.</remarks>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.List;

    /// <summary>The item type.</summary>
    public GraphQLType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override NamedType UnderlyingType { get; } = ofType.UnderlyingType;

    /// <summary><c>[T]</c>.</summary>
    public override string ToString() => $"[{OfType}]";
}
