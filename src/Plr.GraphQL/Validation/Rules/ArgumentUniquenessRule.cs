namespace Plr.GraphQL.Validation.Rules;

/// <summary>No argument is given twice.</summary>
/// <remarks>GraphQL September 2025, 5.4.2 Argument Uniqueness.</remarks>
internal sealed class ArgumentUniquenessRule() : ValidationRule("5.4.2", "Argument Uniqueness"), IArgumentsRule
{
    public void Validate(in ArgumentOwner owner, ValidationContext context)
    {
        if (owner.Given.Length < 2)
        {
            return;
        }

        var names = context.EmptyNames();
        foreach (var argument in owner.Given)
        {
            if (!names.Add(argument.Name))
            {
                context.Report(
                    this, $"argument {ValidationContext.Name(argument.Name)} is given more than once", argument.Location);
            }
        }
    }
}
