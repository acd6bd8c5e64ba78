using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>An entry of an input object is a field of its type.</summary>
/// <remarks>GraphQL September 2025, 5.6.2 Input Object Field Names.</remarks>
internal sealed class InputObjectFieldNamesRule() : ValidationRule("5.6.2", "Input Object Field Names"), IObjectValueRule
{
    public void Validate(ObjectValueNode value, InputObjectType? type, ValidationContext context)
    {
        if (type is null)
        {
            return;
        }

        foreach (var entry in value.Fields)
        {
            if (type.FindField(entry.Name) is null)
            {
                var similar = context.DidYouMean(entry.Name, type.Fields.Select(candidate => candidate.Name));
                context.Report(
                    this,
                    $"input object `{type.Name}` has no field {ValidationContext.Name(entry.Name)}{similar}",
                    entry.Location);
            }
        }
    }
}
