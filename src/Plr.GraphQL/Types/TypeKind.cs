namespace Plr.GraphQL.Types;

/// <summary>The kinds of type, as <c>__TypeKind</c> has them.</summary>
/// <remarks>GraphQL September 2025, 4.2.2 The __Type Type.</remarks>
public enum TypeKind
{
    /// <summary><c>SCALAR</c>.</summary>
    Scalar,

    /// <summary><c>OBJECT</c>.</summary>
    Object,

    /// <summary><c>INTERFACE</c>.</summary>
    Interface,

    /// <summary><c>UNION</c>.</summary>
    Union,

    /// <summary><c>ENUM</c>.</summary>
    Enum,

    /// <summary><c>INPUT_OBJECT</c>.</summary>
    InputObject,

    /// <summary><c>LIST</c>.</summary>
    List,

    /// <summary><c>NON_NULL</c>.</summary>
    NonNull,
}
