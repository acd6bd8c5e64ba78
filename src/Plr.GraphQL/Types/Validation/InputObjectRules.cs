using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Validation;

/// <summary>What holds for every input object, apart from cycles.</summary>
/// <remarks>GraphQL September 2025, 3.10 Input Objects, Type Validation.</remarks>
internal static class InputObjectRules
{
    public static void Validate(InputObjectType type, SchemaErrorList errors)
    {
        if (type.Fields.IsEmpty)
        {
            errors.Add(type.Name, "must have at least one input field", type.Location);
        }

        foreach (var field in type.Fields)
        {
            InputValueRules.Validate(field, errors);
            if (type.IsOneOf && field.Type.IsNonNull)
            {
                errors.Add(field.Coordinate, "belongs to a `@oneOf` input object, so it must be nullable", field.Location);
            }

            if (type.IsOneOf && field.DefaultValue is not null)
            {
                errors.Add(field.Coordinate, "belongs to a `@oneOf` input object, so it must not have a default value", field.Location);
            }
        }
    }
}
