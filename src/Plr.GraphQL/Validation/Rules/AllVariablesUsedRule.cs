namespace Plr.GraphQL.Validation.Rules;

/// <summary>Every declared variable is used by the operation or its fragments.</summary>
/// <remarks>GraphQL September 2025, 5.8.4 All Variables Used.</remarks>
internal sealed class AllVariablesUsedRule() : ValidationRule("5.8.4", "All Variables Used"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var operation in context.Operations)
        {
            if (operation.Operation.VariableDefinitions.IsEmpty)
            {
                continue;
            }

            var used = context.EmptyNames();
            foreach (var usage in operation.AllUsages(context.Fragments))
            {
                used.Add(usage.Variable.Name);
            }

            ReportUnused(operation, used, context);
        }
    }

    private void ReportUnused(OperationScope operation, HashSet<string> used, ValidationContext context)
    {
        foreach (var variable in operation.Variables)
        {
            if (context.IsFull)
            {
                return;
            }

            var name = variable.Definition.Variable.Name;
            if (!used.Contains(name))
            {
                context.Report(
                    this, $"variable {ValidationContext.Name(name)} is never used", variable.Definition.Location);
            }
        }
    }
}
