using System.Collections.Frozen;
using System.Collections.Immutable;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>An object or interface type: one that has fields and may implement interfaces.</summary>
public abstract class ComplexType : CompositeType
{
    private FrozenDictionary<string, FieldDefinition> fieldsByName = FrozenDictionary<string, FieldDefinition>.Empty;

    internal ComplexType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }

    /// <summary>The fields in source order, without meta-fields.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; private set; } = [];

    /// <summary>The interfaces it declares, in source order.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];

    /// <inheritdoc/>
    public override FieldDefinition? FindField(string name) => fieldsByName.GetValueOrDefault(name);

    /// <summary>Whether it declares that interface.</summary>
    public bool Implements(InterfaceType type) => Interfaces.Contains(type);

    // Meta-fields are found by name but not listed.
    internal void SetFields(ImmutableArray<FieldDefinition> fields, IEnumerable<FieldDefinition> metaFields)
    {
        Fields = fields;
        fieldsByName = fields.Concat(metaFields).ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }
}
