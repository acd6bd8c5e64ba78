using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Routes;

/// <summary>What makes an achievement void for a rule, by number of the unit and without the rule's program.</summary>
internal sealed class RouteConditions
{
    private readonly int months;
    private readonly Dictionary<int, int> monthsOf;
    private readonly IReadOnlySet<string> excluded;

    private RouteConditions(int months, Dictionary<int, int> monthsOf, IReadOnlySet<string> excluded) =>
        (this.months, this.monthsOf, this.excluded) = (months, monthsOf, excluded);

    public static bool Has(RuleOfCombination rule) => rule is { MaxAgeMonths: not null } or { MaxAges.Count: > 0 } or { ExcludeUsedIn.Count: > 0 };

    /// <summary>The conditions of a rule; null if it has none.</summary>
    public static RouteConditions? Of(LazyRule lazy)
    {
        var rule = lazy.Qualification.Rule;
        if (!Has(rule))
        {
            return null;
        }

        var general = rule.MaxAgeMonths ?? int.MaxValue;
        var monthsOf = rule.MaxAges.SelectMany(limit => limit.Units.Select(unit => (Unit: lazy.Table.NumberOf(unit), limit.Months)))
            .GroupBy(limit => limit.Unit).ToDictionary(group => group.Key, group => Math.Min(general, group.Min(limit => limit.Months)));
        return new RouteConditions(general, monthsOf, rule.ExcludeUsedIn.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether an achievement is too old, or was used in a qualification that the rule excludes.</summary>
    /// <param name="unit">The number of the unit that was achieved.</param>
    public bool IsVoid(int unit, AchievedUnit achievement, DateOnly asOf)
    {
        for (var used = 0; excluded.Count > 0 && used < achievement.UsedIn.Count; used++)
        {
            if (excluded.Contains(achievement.UsedIn[used]))
            {
                return true;
            }
        }

        var limit = monthsOf.Count > 0 && monthsOf.TryGetValue(unit, out var own) ? own : months;
        return limit != int.MaxValue && achievement.Awarded is { } awarded && OfferTable.IsOlder(awarded, limit, asOf);
    }
}
