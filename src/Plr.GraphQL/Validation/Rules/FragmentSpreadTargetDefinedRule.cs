using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A spread names a fragment of the document.</summary>
/// <remarks>GraphQL September 2025, 5.5.2.1 Fragment Spread Target Defined.</remarks>
internal sealed class FragmentSpreadTargetDefinedRule() : ValidationRule("5.5.2.1", "Fragment Spread Target Defined"), IFragmentSpreadRule
{
    public void Validate(FragmentSpreadNode spread, CompositeType? parentType, ValidationContext context)
    {
        if (context.Fragments.Find(spread.Name) is null)
        {
            context.Report(this, $"there is no fragment {ValidationContext.Name(spread.Name)}", spread.Location);
        }
    }
}
