using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue.Sentences;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>The fields of <c>type NotCountedUnit</c> that are no properties of it.</summary>
[ObjectType<UncountedAchievement>("NotCountedUnit")]
public sealed class UncountedAchievementResolvers
{
    /// <summary><c>NotCountedUnit.explanation</c>: why, in a sentence.</summary>
    public static string Explanation(UncountedAchievement unit, Language language) => StandingText.NotCounted(unit.Unit, unit.Left, language);
}
