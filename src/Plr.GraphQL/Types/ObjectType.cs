using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>An object type.</summary>
/// <remarks>GraphQL September 2025, 3.6 Objects.</remarks>
public sealed class ObjectType : ComplexType
{
    internal ObjectType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Object;
}
