using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A type condition names a type of the schema.</summary>
/// <remarks>GraphQL September 2025, 5.5.1.2 Fragment Spread Type Existence.</remarks>
internal sealed class FragmentSpreadTypeExistenceRule() : ValidationRule("5.5.1.2", "Fragment Spread Type Existence"), ITypeConditionRule
{
    public void Validate(NamedTypeNode typeCondition, CompositeType? parentType, ValidationContext context)
    {
        if (context.Schema.FindType(typeCondition.Name) is null)
        {
            var similar = context.DidYouMean(
                typeCondition.Name, context.Schema.Types.OfType<CompositeType>().Select(candidate => candidate.Name));
            context.Report(
                this, $"there is no type {ValidationContext.Name(typeCondition.Name)}{similar}", typeCondition.Location);
        }
    }
}
