using Plr.GraphQL.Language.Ast;
using System.Collections;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Every fragment is reached from some operation.</summary>
/// <remarks>GraphQL September 2025, 5.5.1.4 Fragments Must Be Used. A fragment that only unused fragments spread is unused too.</remarks>
internal sealed class FragmentsMustBeUsedRule() : ValidationRule("5.5.1.4", "Fragments Must Be Used"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        var fragments = context.Fragments.All;
        if (fragments.Count == 0)
        {
            return;
        }

        var isUsed = new BitArray(fragments.Count);
        foreach (var operation in context.Operations)
        {
            foreach (var fragment in context.Fragments.ReachableFrom(operation))
            {
                isUsed[fragment.Index] = true;
            }
        }

        foreach (var fragment in fragments)
        {
            if (!isUsed[fragment.Index] && !context.IsFull)
            {
                context.Report(
                    this,
                    $"fragment {ValidationContext.Name(fragment.Name)} is never used",
                    ((FragmentDefinitionNode)fragment.Definition).NameLocation);
            }
        }
    }
}
