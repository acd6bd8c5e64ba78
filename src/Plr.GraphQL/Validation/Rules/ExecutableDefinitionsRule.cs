using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments, nothing else.</summary>
/// <remarks>GraphQL September 2025, 5.1.1 Executable Definitions.</remarks>
internal sealed class ExecutableDefinitionsRule() : ValidationRule("5.1.1", "Executable Definitions"), IDocumentRule
{
    public void Validate(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is not ExecutableDefinitionNode)
            {
                context.Report(this, "a definition of the type system can not be executed", definition.Location);
            }
        }
    }
}
