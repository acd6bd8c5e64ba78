using Plr.GraphQL.Language.Ast;
using System.Collections.Immutable;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once in one place.</summary>
/// <remarks>GraphQL September 2025, 5.7.3 Directives Are Unique per Location.</remarks>
internal sealed class DirectivesAreUniquePerLocationRule() : ValidationRule("5.7.3", "Directives Are Unique per Location"), IDirectivesRule
{
    public void Validate(ImmutableArray<DirectiveNode> directives, DirectiveLocation location, ValidationContext context)
    {
        if (directives.Length < 2)
        {
            return;
        }

        var names = context.EmptyNames();
        foreach (var directive in directives)
        {
            if (context.Schema.FindDirective(directive.Name) is { IsRepeatable: false } && !names.Add(directive.Name))
            {
                context.Report(
                    this, $"directive `@{directive.Name}` may stand here only once", directive.Location);
            }
        }
    }
}
