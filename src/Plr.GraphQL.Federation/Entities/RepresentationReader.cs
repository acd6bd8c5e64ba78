using Plr.GraphQL.Binding;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Federation.Entities;

/// <summary>Reads representations as the schema's types read them: scalars of a key in their C# types, objects as dictionaries.</summary>
internal sealed class RepresentationReader(BoundSchema schema, EntityKeys keys)
{
    private const string TypeName = "__typename";

    /// <summary>The representation, or the reason why it is none.</summary>
    public FieldResult<EntityRepresentation> Read(IReadOnlyDictionary<string, object?> representation)
    {
        if (representation.GetValueOrDefault(TypeName) is not string typeName || !keys.IsEntity(typeName))
        {
            return Invalid("`__typename` names no entity type of this subgraph");
        }

        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (ReadFields((ComplexType)schema.Schema.FindType(typeName)!, representation, fields) is { } refused) // The keys were read off the schema.
        {
            return Invalid($"`{typeName}.{refused}` is not given as its type reads it");
        }

        return keys.AreGiven(typeName, fields)
            ? new EntityRepresentation(typeName, fields)
            : Invalid($"no key of `{typeName}` is given whole");
    }

    // Fields beside the key are what the type @requires; a field that is none is nothing to this subgraph.
    // The name of the field that is refused, or null. Recursion is bounded by the depth of the JSON.
    private string? ReadFields(ComplexType type, IReadOnlyDictionary<string, object?> given, Dictionary<string, object?> fields)
    {
        foreach (var (name, value) in given)
        {
            if (type.FindField(name) is not { } field || name == TypeName)
            {
                continue;
            }

            if (!TryRead(field.Type, value, out var read))
            {
                return name;
            }

            fields.Add(name, read);
        }

        return null;
    }

    private bool TryRead(GraphQLType type, object? value, out object? read)
    {
        read = null;
        return value is null || type.NullableType switch
        {
            ListType list => TryReadList(list, value, out read),
            ComplexType complex => TryReadObject(complex, value, out read),
            NamedType leaf => schema.TryReadLeaf(leaf, value, out read, out _),
            _ => false,
        };
    }

    private bool TryReadList(ListType type, object value, out object? read)
    {
        read = null;
        if (value is not IReadOnlyList<object?> items)
        {
            return false;
        }

        var list = new object?[items.Count];
        for (var i = 0; i < list.Length; i++)
        {
            if (!TryRead(type.OfType, items[i], out list[i]))
            {
                return false;
            }
        }

        read = list;
        return true;
    }

    private bool TryReadObject(ComplexType type, object value, out object? read)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        read = fields;
        return value is IReadOnlyDictionary<string, object?> given && ReadFields(type, given, fields) is null;
    }

    private static GraphQLError Invalid(string message) => new(message, FederationErrorCodes.EntityRepresentationInvalid);
}
