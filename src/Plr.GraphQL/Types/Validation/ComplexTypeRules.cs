using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Validation;

/// <summary>What holds for every object and interface type, apart from the interfaces it implements.</summary>
/// <remarks>GraphQL September 2025, 3.6 Objects and 3.7 Interfaces, Type Validation, 1 and 2.</remarks>
internal static class ComplexTypeRules
{
    public static void Validate(ComplexType type, SchemaErrorList errors)
    {
        if (type.Fields.IsEmpty)
        {
            errors.Add(type.Name, "must have at least one field", type.Location);
        }

        foreach (var field in type.Fields)
        {
            NameRules.ValidateName(field.Name, field.Coordinate, field.Location, errors);
            if (!field.Type.IsOutputType)
            {
                errors.Add(field.Coordinate, $"must have an output type, and `{field.Type}` is none", field.Location);
            }

            foreach (var argument in field.Arguments)
            {
                InputValueRules.Validate(argument, errors);
            }
        }
    }
}
