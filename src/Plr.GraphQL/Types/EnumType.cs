using System.Collections.Frozen;
using System.Collections.Immutable;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>An enum type.</summary>
/// <remarks>GraphQL September 2025, 3.9 Enums.</remarks>
public sealed class EnumType : LeafType
{
    private FrozenDictionary<string, EnumValueDefinition> valuesByName =
        FrozenDictionary<string, EnumValueDefinition>.Empty;

    internal EnumType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Enum;

    /// <summary>The values in source order.</summary>
    public ImmutableArray<EnumValueDefinition> Values { get; private set; } = [];

    /// <summary>The value of that name; null when there is none. Case matters.</summary>
    public EnumValueDefinition? FindValue(string name) => valuesByName.GetValueOrDefault(name);

    internal void SetValues(ImmutableArray<EnumValueDefinition> values)
    {
        Values = values;
        valuesByName = values.ToFrozenDictionary(value => value.Name, StringComparer.Ordinal);
    }
}
