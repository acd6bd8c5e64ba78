namespace Plr.GraphQL.Types;

/// <summary>A type that excludes null.</summary>
/// <remarks>GraphQL September 2025, 3.12 Non-Null.</remarks>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.NonNull;

    /// <summary>The type inside: named or list.</summary>
    public GraphQLType OfType { get; } = ofType;

    /// <inheritdoc/>
    public override NamedType UnderlyingType { get; } = ofType.UnderlyingType;

    /// <inheritdoc/>
    public override GraphQLType NullableType => OfType;

    /// <summary><c>T!</c>.</summary>
    public override string ToString() => $"{OfType}!";
}
