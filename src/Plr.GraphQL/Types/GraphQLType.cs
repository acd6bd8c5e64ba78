namespace Plr.GraphQL.Types;

/// <summary>A type of the schema: named, list or non-null. Immutable once its schema is built.</summary>
/// <remarks>GraphQL September 2025, 3.4 Types. Wrapped types that the schema itself uses are made once; those of variables
/// are made when asked and belong to nobody, so compare with <see cref="IsSameAs"/>, not by reference.</remarks>
public abstract class GraphQLType
{
    /// <summary>Which kind of type it is.</summary>
    public abstract TypeKind Kind { get; }

    /// <summary>The named type inside all wrapping.</summary>
    public abstract NamedType UnderlyingType { get; }

    /// <summary>The type without its outermost non-null.</summary>
    public virtual GraphQLType NullableType => this;

    /// <summary>Whether null is excluded.</summary>
    public bool IsNonNull => Kind == TypeKind.NonNull;

    /// <summary>Whether it is a list, once a non-null around it is taken away.</summary>
    public bool IsList => NullableType.Kind == TypeKind.List;

    /// <summary>Whether arguments and variables may have it.</summary>
    /// <remarks>GraphQL September 2025, 3.4.2, IsInputType().</remarks>
    public bool IsInputType => UnderlyingType.Kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    /// <summary>Whether fields may have it.</summary>
    /// <remarks>GraphQL September 2025, 3.4.2, IsOutputType().</remarks>
    public bool IsOutputType => UnderlyingType.Kind is not TypeKind.InputObject;

    /// <summary>Whether the named type inside is a scalar or an enum.</summary>
    public bool IsLeaf => UnderlyingType.Kind is TypeKind.Scalar or TypeKind.Enum;

    // Wrappers that the schema uses. Set while the schema is built and never by a request, which could grow them at will.
    internal ListType? ListOf { get; set; }

    internal NonNullType? NonNullOf { get; set; }

    /// <summary>Whether both are the same type of the same schema.</summary>
    public bool IsSameAs(GraphQLType other) =>
        ReferenceEquals(this, other) || (this, other) switch
        {
            (ListType left, ListType right) => left.OfType.IsSameAs(right.OfType),
            (NonNullType left, NonNullType right) => left.OfType.IsSameAs(right.OfType),
            _ => false,
        };
}
