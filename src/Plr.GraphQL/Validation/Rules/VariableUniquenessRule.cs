namespace Plr.GraphQL.Validation.Rules;

/// <summary>No variable of an operation is declared twice.</summary>
/// <remarks>GraphQL September 2025, 5.8.1 Variable Uniqueness.</remarks>
internal sealed class VariableUniquenessRule() : ValidationRule("5.8.1", "Variable Uniqueness"), IOperationRule
{
    public void Validate(OperationScope operation, ValidationContext context)
    {
        var variables = operation.Operation.VariableDefinitions;
        if (variables.Length < 2)
        {
            return;
        }

        var names = context.EmptyNames();
        foreach (var definition in variables)
        {
            if (!names.Add(definition.Variable.Name) && !context.IsFull)
            {
                context.Report(
                    this,
                    $"variable {ValidationContext.Name(definition.Variable.Name)} is declared more than once",
                    definition.Variable.Location);
            }
        }
    }
}
