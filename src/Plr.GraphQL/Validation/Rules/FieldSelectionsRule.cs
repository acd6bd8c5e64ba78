using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A selected field is defined on the type in scope.</summary>
/// <remarks>GraphQL September 2025, 5.3.1 Field Selections.</remarks>
internal sealed class FieldSelectionsRule() : ValidationRule("5.3.1", "Field Selections"), IFieldRule
{
    public void Validate(FieldNode field, CompositeType parentType, FieldDefinition? definition, ValidationContext context)
    {
        if (definition is not null)
        {
            return;
        }

        var similar = parentType is ComplexType complex
            ? context.DidYouMean(field.Name, complex.Fields.Select(candidate => candidate.Name))
            : "";
        context.Report(
            this, $"type `{parentType.Name}` has no field {ValidationContext.Name(field.Name)}{similar}", field.Location);
    }
}
