using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Required fields of an input object are given.</summary>
/// <remarks>GraphQL September 2025, 5.6.4 Input Object Required Fields. A null literal for a required field is found by 5.6.1.</remarks>
internal sealed class InputObjectRequiredFieldsRule() : ValidationRule("5.6.4", "Input Object Required Fields"), IObjectValueRule
{
    public void Validate(ObjectValueNode value, InputObjectType? type, ValidationContext context)
    {
        if (type is null)
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !IsGiven(field.Name, value))
            {
                context.Report(this, $"field `{field.Coordinate}` of type `{field.Type}` is required", value.Location);
            }
        }
    }

    private static bool IsGiven(string name, ObjectValueNode value)
    {
        foreach (var entry in value.Fields)
        {
            if (entry.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
