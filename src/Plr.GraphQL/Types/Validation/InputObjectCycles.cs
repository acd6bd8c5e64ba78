using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Validation;

/// <summary>Input objects that no finite value can satisfy, and default values that never end.</summary>
/// <remarks>GraphQL September 2025, 3.10 Input Objects, Type Validation 3 and 4. Runs before any default value is coerced,
/// since coercion would follow the cycle.</remarks>
internal static class InputObjectCycles
{
    /// <summary>False when some cycle was found.</summary>
    public static bool Validate(IEnumerable<InputObjectType> types, SchemaErrorList errors)
    {
        var inputObjects = types.ToList();
        foreach (var type in inputObjects)
        {
            if (RequiresItself(type, type, []))
            {
                errors.Add(type.Name, "requires a value of its own type, so no value could be given", type.Location);
            }
            else if (InputObjectDefaultValueHasCycle(type, null, []))
            {
                errors.Add(type.Name, "has default values that refer to one another without end", type.Location);
            }
        }

        return errors.IsEmpty;
    }

    private static bool RequiresItself(InputObjectType target, InputObjectType type, HashSet<InputObjectType> visited)
    {
        foreach (var field in type.Fields)
        {
            if (field.Type is NonNullType { OfType: InputObjectType required }
                && (required == target || (visited.Add(required) && RequiresItself(target, required, visited))))
            {
                return true;
            }
        }

        return false;
    }

    // A null default value stands for the specification's "empty unordered map".
    private static bool InputObjectDefaultValueHasCycle(
        InputObjectType type, ValueNode? defaultValue, HashSet<InputValueDefinition> visitedFields) => defaultValue switch
        {
            ListValueNode list => list.Items.Any(item => InputObjectDefaultValueHasCycle(type, item, visitedFields)),
            ObjectValueNode or null => type.Fields.Any(
                field => InputFieldDefaultValueHasCycle(field, (ObjectValueNode?)defaultValue, visitedFields)),
            _ => false,
        };

    private static bool InputFieldDefaultValueHasCycle(
        InputValueDefinition field, ObjectValueNode? defaultValue, HashSet<InputValueDefinition> visitedFields)
    {
        if (field.Type.UnderlyingType is not InputObjectType type)
        {
            return false;
        }

        if (defaultValue?.Fields.FirstOrDefault(entry => entry.Name == field.Name) is { } entry)
        {
            return InputObjectDefaultValueHasCycle(type, entry.Value, visitedFields);
        }

        return field.DefaultValue is not null
            && (visitedFields.Contains(field)
                || InputObjectDefaultValueHasCycle(type, field.DefaultValue, [.. visitedFields, field]));
    }
}
