namespace Plr.GraphQL.Validation.Rules;

/// <summary>An argument is defined by its field or directive.</summary>
/// <remarks>GraphQL September 2025, 5.4.1 Argument Names.</remarks>
internal sealed class ArgumentNamesRule() : ValidationRule("5.4.1", "Argument Names"), IArgumentsRule
{
    public void Validate(in ArgumentOwner owner, ValidationContext context)
    {
        foreach (var argument in owner.Given)
        {
            if (owner.FindDefined(argument.Name) is null)
            {
                var similar = context.DidYouMean(argument.Name, owner.Defined.Select(candidate => candidate.Name));
                context.Report(
                    this,
                    $"`{owner.Coordinate}` has no argument {ValidationContext.Name(argument.Name)}{similar}",
                    argument.Location);
            }
        }
    }
}
