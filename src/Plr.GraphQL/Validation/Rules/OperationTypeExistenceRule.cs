using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the kind of operation.</summary>
/// <remarks>GraphQL September 2025, 5.2.1.1 Operation Type Existence.</remarks>
internal sealed class OperationTypeExistenceRule() : ValidationRule("5.2.1.1", "Operation Type Existence"), IOperationRule
{
    public void Validate(OperationScope operation, ValidationContext context)
    {
        if (operation.Type is null)
        {
            var kind = operation.Operation.Operation == OperationType.Mutation ? "mutations" : "subscriptions";
            context.Report(this, $"the schema has no {kind}", operation.Definition.Location);
        }
    }
}
