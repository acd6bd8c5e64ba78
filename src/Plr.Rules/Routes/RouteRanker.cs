using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Routes;

/// <summary>Exact remaining credits of every qualification for one learner, best first.</summary>
/// <remarks>
/// The learner's units lead to the qualifications they touch; all others remain as from scratch. One hit is a table's value; of
/// several, two bounds from the single values often agree; otherwise the plan says, and where it can't, the general search.
/// </remarks>
internal sealed class RouteRanker(RouteIndex index)
{
    private readonly ConcurrentBag<RouteScratch> spare = [];

    public RouteIndex Index => index;

    /// <summary>Ranks and hands the touched routes, best first, to a reader of the page.</summary>
    public T Rank<T>(IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, Func<RouteScratch, T> read)
    {
        var scratch = spare.TryTake(out var free) ? free : new RouteScratch(index.Entries.Length);
        scratch.Begin();
        Gather(achieved, asOf, scratch);
        foreach (var qualification in scratch.Order)
        {
            ref var route = ref scratch.Of(qualification);
            var entry = index.Entries[qualification];
            route.Remaining = Value(entry, ref route, achieved, asOf);
            if (route.Remaining < entry.Scratch)
            {
                scratch.Ranked.Add(new RankedRoute(route.Remaining, entry.Scratch < PlanEvaluator.Unreachable ? entry.Scratch - route.Remaining : 0, qualification));
            }
        }

        var result = read(scratch);
        spare.Add(scratch);
        return result;
    }

    private void Gather(IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, RouteScratch scratch)
    {
        var table = index.Catalogue.Table;
        for (var at = 0; at < achieved.Count; at++)
        {
            var unit = table.NumberOf(achieved[at].Unit);
            if (unit < 0)
            {
                continue;
            }

            GatherUnit(unit, unit, at, achieved[at], achieved[at].Source, asOf, scratch);
            foreach (var edge in table.CountsAs(unit))
            {
                GatherUnit(edge.Unit, unit, at, achieved[at], edge.Source ?? achieved[at].Source, asOf, scratch);
            }
        }

        foreach (var qualification in achieved.Count == 0 ? [] : index.TouchedByAny)
        {
            ref var route = ref scratch.Touch(qualification);
            (route.NeedsSearch, route.Hits) = (true, achieved.Count + 1);
        }
    }

    private void GatherUnit(int unit, int achievedUnit, int at, AchievedUnit achievement, CreditSource source, DateOnly asOf, RouteScratch scratch)
    {
        var credits = index.CreditsOf[unit];
        foreach (ref readonly var posting in index.PostingsOf(unit))
        {
            if (index.Entries[posting.Qualification].HasConditions && IsVoid(index.Entries[posting.Qualification].Source, achievedUnit, achievement, asOf))
            {
                continue;
            }

            ref var route = ref scratch.Touch(posting.Qualification);
            route.NeedsSearch |= posting.Bit == -1 || route.LastAchievement == at || index.Entries[posting.Qualification].Limits(source);
            route.LastAchievement = at;
            route.LastUnit = unit;
            route.Hits++;
            route.LeastAlone = Math.Min(route.LeastAlone, posting.Alone);
            route.MostAlonePlusCredits = Math.Max(route.MostAlonePlusCredits, posting.Alone + credits);
            route.Credits += credits;
            route.Have |= posting.Bit switch
            {
                >= 0 => UInt128.One << posting.Bit,
                -2 => index.Entries[posting.Qualification].Plan!.BitsOf(unit),
                _ => 0,
            };
        }
    }

    private bool IsVoid(RuleOfCombination rule, int unit, AchievedUnit achievement, DateOnly asOf)
    {
        if (rule.ExcludeUsedIn.Count > 0 && achievement.UsedIn.Any(rule.ExcludeUsedIn.Contains))
        {
            return true;
        }

        var key = index.Catalogue.Table.Units[unit].Key;
        var months = rule.MaxAgeMonths ?? int.MaxValue;
        foreach (var limit in rule.MaxAges)
        {
            months = limit.Units.Contains(key) ? Math.Min(months, limit.Months) : months;
        }

        return months != int.MaxValue && achievement.Awarded is { } awarded && OfferTable.IsOlder(awarded, months, asOf);
    }

    private int Value(RouteEntry entry, ref TouchedRoute route, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf)
    {
        if (!route.NeedsSearch && route.LeastAlone >= 0)
        {
            var lower = route.MostAlonePlusCredits - route.Credits;
            if (route.Hits == 1 || (entry.Scratch < PlanEvaluator.Unreachable && lower >= route.LeastAlone))
            {
                return route.LeastAlone;
            }
        }

        if (!route.NeedsSearch && PlanEvaluator.Remaining(entry.Plan!, route.Have) is >= 0 and var value)
        {
            return value;
        }

        // What one unit alone is worth is worth remembering: most qualifications are touched by one.
        if (route.Hits > 1 || !entry.IsSameForAllSources)
        {
            return Search(entry, achieved, asOf);
        }

        if (!entry.Alone.TryGetValue(route.LastUnit, out var alone))
        {
            alone = entry.Alone[route.LastUnit] = Search(entry, achieved, asOf);
        }

        return alone;
    }

    private int Search(RouteEntry entry, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf)
    {
        var found = RuleSearch.Run(index.Catalogue.Table, entry.Rule, achieved, asOf, EvaluationOptions.Default.MaxStates, creditsOnly: true).Found;
        return found.Ending == SearchEnding.Infeasible ? PlanEvaluator.Unreachable : RemainingWork.Unpack(Math.Min(found.Cost, found.Lower)).Credits;
    }
}
