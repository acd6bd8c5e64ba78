using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue.Sentences;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>The fields of <c>type RuleOfCombinationCheck</c> that are no properties of it.</summary>
[ObjectType<RuleCheck>("RuleOfCombinationCheck")]
public sealed class RuleCheckResolvers
{
    /// <summary><c>RuleOfCombinationCheck.explanation</c>: the verdict in sentences.</summary>
    public static IReadOnlyList<string> Explanation(RuleCheck check, Language language) => StandingText.Explain(check, language);
}
