namespace Plr.Rules.Routes;

/// <summary>Exact remaining credits of a plan for a set of achieved units, with no allocation of memory.</summary>
/// <remarks>
/// A lower bound that forgets maxima which achieved units touch, and an upper bound that counts all achieved units, agree nearly
/// always. Where they don't, tables say: of the level, of what may be left uncounted; and where those don't fit, the general search.
/// </remarks>
internal static class PlanEvaluator
{
    /// <summary>Nothing on offer meets the rule.</summary>
    public const int Unreachable = 1_000_000;

    /// <summary>The plan's form does not suffice here: the general search has to say.</summary>
    public const int NeedsSearch = -1;

    /// <summary>The least fresh credits, <see cref="Unreachable"/> or <see cref="NeedsSearch"/>.</summary>
    public static int Remaining(RoutePlan plan, UInt128 have)
    {
        var best = Unreachable;
        foreach (var excluded in plan.Exclusions)
        {
            foreach (var variant in plan.Variants)
            {
                var value = Least(new PlanSums(plan, have & ~excluded, plan.Available & ~have & ~excluded), variant, best);
                if (value == NeedsSearch)
                {
                    return NeedsSearch;
                }

                best = Math.Min(best, value);
            }
        }

        return best;
    }

    private static int Least(in PlanSums sums, PlanNode[] nodes, int bound)
    {
        var levelMissing = Math.Max(0, sums.LevelMissing(nodes));
        var lower = sums.Smallest(nodes, sums.Fresh, levelMissing, relaxed: true, out var touched);
        if (lower == NeedsSearch || lower >= bound)
        {
            return lower;
        }

        // Units at the level alone give an upper bound, all units without the level a lower one.
        var offered = levelMissing > 0 ? sums.Fresh & sums.Plan.AtLevel : sums.Fresh;
        var upper = sums.Smallest(nodes, offered, levelMissing, relaxed: false, out _);
        if (upper == lower)
        {
            return lower;
        }

        return touched
            ? sums.Plan.LevelMin > 0 ? NeedsSearch : PlanTables.LeavingOut(sums, nodes)
            : PlanTables.AtLevel(sums, nodes, levelMissing);
    }
}
