namespace Plr.GraphQL.Validation.Rules;

/// <summary>No two operations have one name.</summary>
/// <remarks>GraphQL September 2025, 5.2.2.1 Operation Name Uniqueness.</remarks>
internal sealed class OperationNameUniquenessRule() : ValidationRule("5.2.2.1", "Operation Name Uniqueness"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        if (context.Operations.Count < 2)
        {
            return;
        }

        var names = context.EmptyNames();
        foreach (var operation in context.Operations)
        {
            if (operation.Operation.Name is { } name && !names.Add(name))
            {
                context.Report(
                    this, $"more than one operation is named {ValidationContext.Name(name)}", operation.Operation.NameLocation);
            }
        }
    }
}
