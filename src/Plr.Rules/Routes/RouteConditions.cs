using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Routes;

/// <summary>What makes an achievement void for a rule, without the rule's program.</summary>
internal static class RouteConditions
{
    /// <summary>Whether it is too old, or was used in a qualification that the rule excludes.</summary>
    public static bool IsVoid(RuleOfCombination rule, AchievedUnit achievement, DateOnly asOf)
    {
        foreach (var used in achievement.UsedIn)
        {
            if (rule.ExcludeUsedIn.Contains(used))
            {
                return true;
            }
        }

        var months = rule.MaxAgeMonths ?? int.MaxValue;
        foreach (var limit in rule.MaxAges)
        {
            months = limit.Units.Contains(achievement.Unit) ? Math.Min(months, limit.Months) : months;
        }

        return months != int.MaxValue && achievement.Awarded is { } awarded && OfferTable.IsOlder(awarded, months, asOf);
    }
}
