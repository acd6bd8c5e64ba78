using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue.Sentences;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>The fields of <c>type UncountedRuleUnit</c> that are no properties of it.</summary>
[ObjectType<UncountedRuleUnit>("UncountedRuleUnit")]
public sealed class UncountedRuleUnitResolvers
{
    /// <summary><c>UncountedRuleUnit.explanation</c>: why, in a sentence.</summary>
    public static string Explanation(UncountedRuleUnit unit, Language language) => StandingText.NotCounted(unit.Unit, unit.Left, language);
}
