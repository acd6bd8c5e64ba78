using Plr.GraphQL.Language;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Some object can be of both the type condition and the parent type.</summary>
/// <remarks>GraphQL September 2025, 5.5.2.3 Fragment Spread Is Possible.</remarks>
internal sealed class FragmentSpreadIsPossibleRule() : ValidationRule("5.5.2.3", "Fragment Spread Is Possible"), IFragmentSpreadRule, ITypeConditionRule
{
    public void Validate(FragmentSpreadNode spread, CompositeType? parentType, ValidationContext context) =>
        Validate(context.Fragments.Find(spread.Name)?.Type, parentType, spread.Location, context);

    public void Validate(NamedTypeNode typeCondition, CompositeType? parentType, ValidationContext context) =>
        Validate(context.Schema.FindType(typeCondition.Name) as CompositeType, parentType, typeCondition.Location, context);

    private void Validate(CompositeType? type, CompositeType? parentType, Location location, ValidationContext context)
    {
        if (type is not null && parentType is not null && !ReferenceEquals(type, parentType) && !type.Overlaps(parentType))
        {
            context.Report(
                this, $"a fragment on `{type.Name}` can never apply to a `{parentType.Name}`", location);
        }
    }
}
