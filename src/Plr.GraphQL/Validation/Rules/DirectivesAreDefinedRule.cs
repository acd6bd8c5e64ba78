using Plr.GraphQL.Language.Ast;
using System.Collections.Immutable;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A directive is defined by the schema.</summary>
/// <remarks>GraphQL September 2025, 5.7.1 Directives Are Defined.</remarks>
internal sealed class DirectivesAreDefinedRule() : ValidationRule("5.7.1", "Directives Are Defined"), IDirectivesRule
{
    public void Validate(ImmutableArray<DirectiveNode> directives, DirectiveLocation location, ValidationContext context)
    {
        foreach (var directive in directives)
        {
            if (context.Schema.FindDirective(directive.Name) is null)
            {
                var similar = context.DidYouMean(directive.Name, context.Schema.Directives.Select(candidate => candidate.Name));
                context.Report(
                    this, $"there is no directive {ValidationContext.Name(directive.Name)}{similar}", directive.Location);
            }
        }
    }
}
