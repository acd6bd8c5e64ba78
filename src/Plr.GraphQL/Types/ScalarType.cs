using Plr.GraphQL.Language;
using Plr.GraphQL.Types.Scalars;

namespace Plr.GraphQL.Types;

/// <summary>A scalar type.</summary>
/// <remarks>GraphQL September 2025, 3.5 Scalars.</remarks>
public sealed class ScalarType : LeafType
{
    internal ScalarType(string name, string? description, Location location, ScalarCoercion coercion)
        : base(name, description, location) => Coercion = coercion;

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>How values of this scalar are read and written.</summary>
    public ScalarCoercion Coercion { get; }

    /// <summary>Whether it is one of the five of the specification.</summary>
    public bool IsBuiltIn => BuiltInScalars.IsBuiltIn(Name);

    /// <summary>The address of its specification; null when none is given.</summary>
    /// <remarks>GraphQL September 2025, 3.13.4 @specifiedBy.</remarks>
    public string? SpecifiedByUrl => Directives.Find("specifiedBy")?.Argument("url") as string;
}
