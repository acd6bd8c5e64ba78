using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>Conditions between units: bars, double listings and dependencies, each as the ways to keep it.</summary>
internal sealed partial class RoutePlanCompiler
{
    private const int MaxWays = 48;

    private static readonly PlanWay[] Unconditional = [default];

    /// <summary>Each condition as sets of listings, of which so many stay empty, or else the listings that go with some of others.</summary>
    private readonly List<Condition> conditions = [];

    /// <param name="Sets">The listings of each unit concerned.</param>
    /// <param name="Max">At most so many of the sets are counted.</param>
    /// <param name="Needs">Null for a bar; for a dependency, the units of which one is counted if the first set is.</param>
    private sealed record Condition(List<UInt128> Sets, int Max, List<UInt128>? Needs);

    private void CollectConditions()
    {
        foreach (var listings in Enumerable.Range(0, units.Count).GroupBy(bit => units[bit]).Where(group => group.Count() > 1))
        {
            conditions.Add(new Condition([.. listings.Select(bit => UInt128.One << bit)], 1, null));
        }

        foreach (var bar in rule.Bars)
        {
            conditions.Add(new Condition([.. bar.Units.Distinct().Select(BitsOf)], bar.Max, null));
        }

        foreach (var dependency in rule.Requires.Where(one => !one.AnyOf.Contains(one.If)))
        {
            conditions.Add(new Condition([BitsOf(dependency.If)], 0, [.. dependency.AnyOf.Distinct().Select(BitsOf)]));
        }
    }

    private UInt128 BitsOf(UnitKey key) => Where(bit => table.Units[units[bit]].Key == key);

    /// <summary>The ways to keep all conditions together; if there are too many, one that keeps none.</summary>
    private PlanWay[] Ways(UInt128 listed)
    {
        List<PlanWay> ways = [default];
        foreach (var condition in conditions)
        {
            var sets = condition.Sets.Select(set => set & listed).Where(set => set != 0).ToList();
            if (sets.Count > condition.Max)
            {
                ways = [.. ways.SelectMany(way => Kept(condition, sets, listed).Select(kept => new PlanWay(way.Left | kept.Left, way.Taken | kept.Taken))).Where(way => (way.Left & way.Taken) == 0).Distinct().Take(MaxWays + 1)];
                if (ways.Count > MaxWays)
                {
                    isRelaxed = true;
                    return Unconditional;
                }
            }
        }

        return ways is [{ Left: var left, Taken: var taken }] && (left | taken) == 0 ? Unconditional : [.. ways];
    }

    private static IEnumerable<PlanWay> Kept(Condition condition, List<UInt128> sets, UInt128 listed)
    {
        if (condition.Needs is null)
        {
            return sets.Count > 2 * MaxWays ? Enumerable.Repeat(default(PlanWay), MaxWays + 1) : LeaveOut(sets, sets.Count - condition.Max, 0).Select(left => new PlanWay(left, 0));
        }

        var takings = condition.Needs.SelectMany(BitsIn).Where(bit => (bit & listed) != 0).Select(bit => new PlanWay(0, bit));
        return takings.Prepend(new PlanWay(sets[0], 0));
    }

    private static IEnumerable<UInt128> BitsIn(UInt128 set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return set & (~set + 1);
        }
    }

    private static IEnumerable<UInt128> LeaveOut(List<UInt128> sets, int count, int from)
    {
        if (count == 0)
        {
            return [(UInt128)0];
        }

        return Enumerable.Range(from, Math.Max(0, sets.Count - from - count + 1))
            .SelectMany(index => LeaveOut(sets, count - 1, index + 1).Select(rest => rest | sets[index]));
    }
}
