namespace Plr.GraphQL.Validation.Rules;

/// <summary>No two fragments have one name.</summary>
/// <remarks>GraphQL September 2025, 5.5.1.1 Fragment Name Uniqueness.</remarks>
internal sealed class FragmentNameUniquenessRule() : ValidationRule("5.5.1.1", "Fragment Name Uniqueness"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var fragment in context.Fragments.Duplicates)
        {
            if (context.IsFull)
            {
                return;
            }

            context.Report(
                this, $"more than one fragment is named {ValidationContext.Name(fragment.Name)}", fragment.NameLocation);
        }
    }
}
