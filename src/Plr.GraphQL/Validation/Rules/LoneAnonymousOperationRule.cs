namespace Plr.GraphQL.Validation.Rules;

/// <summary>An operation without a name is alone in its document.</summary>
/// <remarks>GraphQL September 2025, 5.2.3.1 Lone Anonymous Operation.</remarks>
internal sealed class LoneAnonymousOperationRule() : ValidationRule("5.2.3.1", "Lone Anonymous Operation"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        if (context.Operations.Count < 2)
        {
            return;
        }

        foreach (var operation in context.Operations)
        {
            if (operation.Operation.Name is null)
            {
                context.Report(this, "an anonymous operation must be the only one", operation.Definition.Location);
            }
        }
    }
}
