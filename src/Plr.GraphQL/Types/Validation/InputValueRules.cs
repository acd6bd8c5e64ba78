using Plr.GraphQL.Types.Building;

namespace Plr.GraphQL.Types.Validation;

/// <summary>What holds for every argument and input field.</summary>
/// <remarks>GraphQL September 2025, 3.6 Objects, Type Validation 2.4, and 3.10 Input Objects, Type Validation 2.</remarks>
internal static class InputValueRules
{
    public static void Validate(InputValueDefinition input, SchemaErrorList errors)
    {
        NameRules.ValidateName(input.Name, input.Coordinate, input.Location, errors);
        if (!input.Type.IsInputType)
        {
            errors.Add(input.Coordinate, $"must have an input type, and `{input.Type}` is none", input.Location);
            return;
        }

        if (input.IsRequired && input.IsDeprecated)
        {
            errors.Add(input.Coordinate, "is required, so it must not be deprecated", input.Location);
        }

        if (input.DefaultValue is null)
        {
            return;
        }

        if (InputCoercion.TryCoerceLiteral(input.Type, input.DefaultValue, out var value))
        {
            input.CoercedDefaultValue = value;
        }
        else
        {
            errors.Add(input.Coordinate, $"must have a default value that is a `{input.Type}`", input.DefaultValue.Location);
        }
    }
}
