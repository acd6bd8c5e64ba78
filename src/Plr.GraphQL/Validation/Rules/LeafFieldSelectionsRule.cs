using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Leaves select nothing; objects, interfaces and unions select something.</summary>
/// <remarks>GraphQL September 2025, 5.3.3 Leaf Field Selections.</remarks>
internal sealed class LeafFieldSelectionsRule() : ValidationRule("5.3.3", "Leaf Field Selections"), IFieldRule
{
    public void Validate(FieldNode field, CompositeType parentType, FieldDefinition? definition, ValidationContext context)
    {
        if (definition is null)
        {
            return;
        }

        if (definition.Type.IsLeaf)
        {
            if (field.SelectionSet is not null)
            {
                context.Report(
                    this,
                    $"field `{definition.Coordinate}` is a `{definition.Type}`, of which nothing can be selected",
                    field.SelectionSet.Location);
            }
        }
        else if (field.SelectionSet is null)
        {
            context.Report(
                this, $"field `{definition.Coordinate}` is a `{definition.Type}`, so it must select subfields", field.Location);
        }
    }
}
