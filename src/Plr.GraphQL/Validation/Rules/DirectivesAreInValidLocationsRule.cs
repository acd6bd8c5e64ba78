using Plr.GraphQL.Language.Ast;
using System.Collections.Immutable;

namespace Plr.GraphQL.Validation.Rules;

/// <summary>A directive stands only where its definition allows.</summary>
/// <remarks>GraphQL September 2025, 5.7.2 Directives Are in Valid Locations.</remarks>
internal sealed class DirectivesAreInValidLocationsRule() : ValidationRule("5.7.2", "Directives Are in Valid Locations"), IDirectivesRule
{
    public void Validate(ImmutableArray<DirectiveNode> directives, DirectiveLocation location, ValidationContext context)
    {
        foreach (var directive in directives)
        {
            if (context.Schema.FindDirective(directive.Name) is { } definition && !definition.Locations.Contains(location))
            {
                context.Report(
                    this,
                    $"directive `@{definition.Name}` may not stand on {DirectiveLocations.Name(location)}",
                    directive.Location);
            }
        }
    }
}
