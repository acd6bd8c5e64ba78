namespace Plr.GraphQL.Validation.Rules;

/// <summary>Required arguments are given.</summary>
/// <remarks>GraphQL September 2025, 5.4.3 Required Arguments. A null literal for a required argument is found by 5.6.1.</remarks>
internal sealed class RequiredArgumentsRule() : ValidationRule("5.4.3", "Required Arguments"), IArgumentsRule
{
    public void Validate(in ArgumentOwner owner, ValidationContext context)
    {
        foreach (var definition in owner.Defined)
        {
            if (definition.IsRequired && owner.FindGiven(definition.Name) is null)
            {
                context.Report(this, $"argument `{definition.Coordinate}` of type `{definition.Type}` is required", owner.Location);
            }
        }
    }
}
