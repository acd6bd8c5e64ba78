using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>Every variable that an operation or its fragments use is declared by that operation.</summary>
/// <remarks>GraphQL September 2025, 5.8.3 All Variable Uses Defined.</remarks>
internal sealed class AllVariableUsesDefinedRule() : ValidationRule("5.8.3", "All Variable Uses Defined"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var operation in context.Operations)
        {
            foreach (var usage in operation.AllUsages(context.Fragments))
            {
                if (context.IsFull)
                {
                    return;
                }

                if (operation.FindVariable(usage.Variable.Name) is null)
                {
                    Report(operation, usage.Variable, context);
                }
            }
        }
    }

    private void Report(OperationScope operation, VariableNode variable, ValidationContext context)
    {
        var by = operation.Operation.Name is { } name ? $" by operation {ValidationContext.Name(name)}" : "";
        context.Report(
            this,
            $"variable {ValidationContext.Name(variable.Name)} is not declared{by}",
            variable.Location,
            operation.Definition.Location);
    }
}
