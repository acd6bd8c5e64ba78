using System.Collections.Immutable;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Types;
using Plr.GraphQL.Validation.Limits;

namespace Plr.GraphQL.Validation;

/// <summary>Holds a document against all rules of section 5 and against the limits.</summary>
/// <remarks>
/// GraphQL September 2025, 5 Validation. Three phases: one walk shared by the rules that look at single places; the rules that
/// look at the whole document, with what the walk gathered; then, only for a document without error so far, the limits and field
/// merging, which need every field known and no fragment cycle.
/// </remarks>
public static class DocumentValidator
{
    /// <summary>Validates a parsed document.</summary>
    /// <param name="options">Null for <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>The errors, at most <see cref="ValidationLimits.MaxErrors"/>; empty for a valid document.</returns>
    public static ImmutableArray<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null) =>
        Validate(schema, document, options, out _);

    /// <summary>Validates a parsed document.</summary>
    /// <param name="options">Null for <see cref="ValidationOptions.Default"/>.</param>
    /// <param name="warnings">The limits that the document passes and that only warn, each once; empty where limits are enforced.</param>
    /// <returns>The errors, at most <see cref="ValidationLimits.MaxErrors"/>; empty for a valid document.</returns>
    public static ImmutableArray<GraphQLError> Validate(
        Schema schema, DocumentNode document, ValidationOptions? options, out IReadOnlyList<GraphQLError> warnings)
    {
        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        warnings = context.Warnings;
        new DocumentWalker(context).Walk();
        foreach (var rule in RuleSet.Specified.DocumentRules)
        {
            if (context.IsFull)
            {
                break;
            }

            rule.Validate(context);
        }

        if (context.HasErrors)
        {
            return context.Errors;
        }

        OperationLimits.Validate(context);
        if (!context.HasErrors)
        {
            RuleSet.Specified.FieldSelectionMerging.Validate(context);
        }

        return context.Errors;
    }
}
