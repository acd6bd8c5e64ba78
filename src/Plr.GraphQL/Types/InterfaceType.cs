using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>An interface type. Its possible types are the objects that declare it.</summary>
/// <remarks>GraphQL September 2025, 3.7 Interfaces.</remarks>
public sealed class InterfaceType : ComplexType
{
    internal InterfaceType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Interface;
}
