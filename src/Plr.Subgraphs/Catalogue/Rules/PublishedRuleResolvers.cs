using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue.Sentences;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>The fields of <c>type RuleOfCombination</c> that are no properties of it.</summary>
[ObjectType<PublishedRule>("RuleOfCombination")]
public sealed class PublishedRuleResolvers
{
    /// <summary><c>RuleOfCombination.text</c>: one sentence a limit.</summary>
    public static IReadOnlyList<string> Text(PublishedRule rule, Language language) => RuleText.Of(rule.Rule, language);
}
