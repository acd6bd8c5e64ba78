using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or through others.</summary>
/// <remarks>GraphQL September 2025, 5.5.2.2 Fragment Spreads Must Not Form Cycles. DetectFragmentCycles(), for all fragments at once.</remarks>
internal sealed class FragmentSpreadsMustNotFormCyclesRule() : ValidationRule("5.5.2.2", "Fragment Spreads Must Not Form Cycles"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        if (context.Fragments.All.Count > 0)
        {
            context.Fragments.InSpreadOrder((fragment, spread) => Report(fragment, spread, context));
        }
    }

    private void Report(FragmentScope fragment, FragmentSpreadNode spread, ValidationContext context)
    {
        if (!context.IsFull)
        {
            var name = ValidationContext.Name(spread.Name);
            var via = fragment.Name == spread.Name ? "" : $" through {ValidationContext.Name(fragment.Name)}";
            context.Report(this, $"fragment {name} spreads itself{via}", spread.Location);
        }
    }
}
