using System.Collections;
using System.Collections.Immutable;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Types;

/// <summary>An object, interface or union: a type that a selection set can stand on.</summary>
public abstract class CompositeType : NamedType
{
    private BitArray possibleIndexes = new(0);

    internal CompositeType(string name, string? description, Location location)
        : base(name, description, location)
    {
    }

    /// <summary>The object types a value of this type can have, in schema order; the type itself for an object.</summary>
    /// <remarks>GraphQL September 2025, 5.5.2.3, GetPossibleTypes().</remarks>
    public ImmutableArray<ObjectType> PossibleTypes { get; private set; } = [];

    /// <summary>Whether a value of this type can be of that object type. One look-up.</summary>
    public bool IsPossibleType(ObjectType type) => type.Index < possibleIndexes.Length && possibleIndexes[type.Index];

    /// <summary>Whether some object type is possible for both.</summary>
    /// <remarks>GraphQL September 2025, 5.5.2.3 Fragment Spread Is Possible.</remarks>
    public bool Overlaps(CompositeType other)
    {
        var (fewer, more) = PossibleTypes.Length <= other.PossibleTypes.Length ? (this, other) : (other, this);
        foreach (var type in fewer.PossibleTypes)
        {
            if (more.IsPossibleType(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The field of that name, meta-fields included; null when there is none.</summary>
    public abstract FieldDefinition? FindField(string name);

    internal void SetPossibleTypes(ImmutableArray<ObjectType> types, int typeCount)
    {
        PossibleTypes = types;
        possibleIndexes = new BitArray(typeCount);
        foreach (var type in types)
        {
            possibleIndexes[type.Index] = true;
        }
    }
}
