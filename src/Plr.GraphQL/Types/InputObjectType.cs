using System.Collections.Frozen;
using System.Collections.Immutable;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>An input object type.</summary>
/// <remarks>GraphQL September 2025, 3.10 Input Objects.</remarks>
public sealed class InputObjectType : NamedType
{
    private FrozenDictionary<string, InputValueDefinition> fieldsByName =
        FrozenDictionary<string, InputValueDefinition>.Empty;

    internal InputObjectType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.InputObject;

    /// <summary>The input fields in source order.</summary>
    public ImmutableArray<InputValueDefinition> Fields { get; private set; } = [];

    /// <summary>Whether exactly one field must be given, and not null.</summary>
    /// <remarks>GraphQL September 2025, 3.10.1 OneOf Input Objects.</remarks>
    public bool IsOneOf { get; internal set; }

    /// <summary>The field of that name; null when there is none.</summary>
    public InputValueDefinition? FindField(string name) => fieldsByName.GetValueOrDefault(name);

    internal void SetFields(ImmutableArray<InputValueDefinition> fields)
    {
        Fields = fields;
        fieldsByName = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }
}
