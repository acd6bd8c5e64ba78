using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>No field of an input object is given twice.</summary>
/// <remarks>GraphQL September 2025, 5.6.3 Input Object Field Uniqueness.</remarks>
internal sealed class InputObjectFieldUniquenessRule() : ValidationRule("5.6.3", "Input Object Field Uniqueness"), IObjectValueRule
{
    public void Validate(ObjectValueNode value, InputObjectType? type, ValidationContext context)
    {
        if (value.Fields.Length < 2)
        {
            return;
        }

        var names = context.EmptyNames();
        foreach (var entry in value.Fields)
        {
            if (!names.Add(entry.Name))
            {
                context.Report(this, $"field {ValidationContext.Name(entry.Name)} is given more than once", entry.Location);
            }
        }
    }
}
