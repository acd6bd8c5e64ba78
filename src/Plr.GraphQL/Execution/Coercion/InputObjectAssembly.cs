using Plr.GraphQL.Binding;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Execution.Coercion;

// The last steps of an input object, the same for literals and JSON: defaults, what is required, exactly one of.
internal static class InputObjectAssembly
{
    internal static object?[] Begin(InputObjectType type)
    {
        var values = new object?[type.Fields.Length];
        Array.Fill(values, CoercedValues.Absent);
        return values;
    }

    // GraphQL September 2025, 3.10 Input Objects, Input Coercion, and 3.10.1 OneOf Input Objects.
    internal static object Complete(
        InputObjectType type, object?[] values, BoundSchema schema, Func<InputValueDefinition, object?> defaultOf, InputPath path, InputForm form)
    {
        var given = 0;
        var isNullGiven = false;
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            if (!ReferenceEquals(values[i], CoercedValues.Absent))
            {
                given++;
                isNullGiven |= values[i] is null;
            }
            else if (field.IsRequired)
            {
                throw path.Refuse($"the field `{field.Name}` of `{type.Name}` is required");
            }
            else if (field.DefaultValue is not null)
            {
                values[i] = defaultOf(field);
            }
        }

        return type.IsOneOf && (given != 1 || isNullGiven)
            ? throw path.Refuse($"exactly one field of `{type.Name}` must be given, and not null")
            : form is InputForm.Shape ? new InputObjectValues(values)
            : Create(type, values, schema, path);
    }

    private static object Create(InputObjectType type, object?[] values, BoundSchema schema, InputPath path)
    {
        var fields = new InputObjectValues(values);
        if (!schema.Inputs.TryGetValue(type.Name, out var create))
        {
            return fields;
        }

        try
        {
            return create(fields);
        }
        catch (GraphQLException refusal)
        {
            throw path.Refuse(refusal.Error.Code, refusal.Error.Message);
        }
    }
}
