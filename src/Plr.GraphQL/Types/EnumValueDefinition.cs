using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>One value of an enum.</summary>
/// <remarks>GraphQL September 2025, 3.9 Enums.</remarks>
public sealed class EnumValueDefinition : SchemaMember
{
    internal EnumValueDefinition(string name, string? description, string coordinate, Location location, int index)
        : base(name, description, coordinate, location) => Index = index;

    /// <summary>Position among the values of its enum, from 0.</summary>
    public int Index { get; }
}
