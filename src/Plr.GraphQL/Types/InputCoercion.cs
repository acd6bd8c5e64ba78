using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Types;

/// <summary>Reads constant literals as values of an input type.</summary>
/// <remarks>
/// GraphQL September 2025, Input Coercion of each type in section 3. The values: what
/// <see cref="Scalars.ScalarCoercion"/> gives for a scalar, the name (<see cref="string"/>) for an enum, <c>object?[]</c> for a
/// list, <see cref="IReadOnlyDictionary{TKey, TValue}"/> by field name for an input object.
/// </remarks>
public static class InputCoercion
{
    /// <summary>Coerces a constant. False when the literal does not fit the type; variables never fit.</summary>
    public static bool TryCoerceLiteral(GraphQLType type, ValueNode literal, out object? value)
    {
        if (literal.Kind == SyntaxKind.NullValue)
        {
            value = null;
            return !type.IsNonNull;
        }

        switch (type.NullableType)
        {
            case ListType list:
                return TryCoerceList(list, literal, out value);
            case InputObjectType inputObject:
                return TryCoerceObject(inputObject, literal, out value);
            case ScalarType scalar:
                return scalar.Coercion.TryCoerceLiteral(literal, out value);
            case EnumType enumType when literal is EnumValueNode name && enumType.FindValue(name.Value) is { } known:
                value = known.Name;
                return true;
            default:
                value = null;
                return false;
        }
    }

    private static bool TryCoerceList(ListType list, ValueNode literal, out object? value)
    {
        value = null;
        if (literal is not ListValueNode items)
        {
            if (!TryCoerceLiteral(list.OfType, literal, out var single))
            {
                return false;
            }

            value = new[] { single };
            return true;
        }

        var values = new object?[items.Items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!TryCoerceLiteral(list.OfType, items.Items[i], out values[i]))
            {
                return false;
            }
        }

        value = values;
        return true;
    }

    private static bool TryCoerceObject(InputObjectType type, ValueNode literal, out object? value)
    {
        value = null;
        if (literal is not ObjectValueNode map)
        {
            return false;
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var entry in map.Fields)
        {
            if (type.FindField(entry.Name) is not { } field
                || !TryCoerceLiteral(field.Type, entry.Value, out var coerced)
                || !values.TryAdd(entry.Name, coerced))
            {
                return false;
            }
        }

        value = values;
        return type.IsOneOf
            ? values.Count == 1 && values.Values.First() is not null
            : TryAddDefaults(type, values);
    }

    private static bool TryAddDefaults(InputObjectType type, Dictionary<string, object?> values)
    {
        foreach (var field in type.Fields)
        {
            if (values.ContainsKey(field.Name))
            {
                continue;
            }

            if (field.IsRequired)
            {
                return false;
            }

            if (field.DefaultValue is not null)
            {
                if (!TryCoerceLiteral(field.Type, field.DefaultValue, out var coerced))
                {
                    return false;
                }

                values.Add(field.Name, coerced);
            }
        }

        return true;
    }
}
