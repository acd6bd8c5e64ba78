namespace Plr.Rules.Routes;

/// <summary>Exact remaining credits of a plan for a set of achieved units, with no allocation of memory.</summary>
/// <remarks>
/// A lower bound that forgets maxima which achieved units touch, and an upper bound that counts all achieved units, agree nearly
/// always. Where they don't, a table of the level says, and trying what to leave uncounted; where those don't fit, the general search.
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
        foreach (var variant in plan.Variants)
        {
            foreach (var excluded in variant.Exclusions)
            {
                var value = Least(new PlanSums(plan, have & ~excluded, plan.Available & ~have & ~excluded), variant.Nodes, best);
                if (value == NeedsSearch)
                {
                    return NeedsSearch;
                }

                best = Math.Min(best, value);
            }
        }

        return best;
    }

    /// <summary>Achieved units that maxima may leave uncounted, when there are more of them the general search is used.</summary>
    private const int MaxLeftOut = 8;

    private static int Least(in PlanSums sums, PlanNode[] nodes, int bound)
    {
        var lower = sums.Smallest(nodes, sums.Fresh, Math.Max(0, sums.LevelMissing(nodes)), relaxed: true, out var touched);
        if (lower == NeedsSearch || lower >= bound)
        {
            return lower;
        }

        var all = Counting(sums, nodes);
        return touched == 0 || all == lower ? all : LeavingOut(sums, nodes, touched, lower, all);
    }

    /// <summary>The least when every achieved unit is counted.</summary>
    private static int Counting(in PlanSums sums, PlanNode[] nodes)
    {
        // Units at the level alone give an upper bound, all units without the level a lower one.
        var levelMissing = Math.Max(0, sums.LevelMissing(nodes));
        var lower = sums.Smallest(nodes, sums.Fresh, levelMissing, relaxed: false, out _);
        if (levelMissing == 0 || lower is NeedsSearch or Unreachable)
        {
            return lower;
        }

        var upper = sums.Smallest(nodes, sums.Fresh & sums.Plan.AtLevel, levelMissing, relaxed: false, out _);
        return upper == lower ? lower : PlanTables.AtLevel(sums, nodes, levelMissing);
    }

    /// <summary>Tries which of the achieved units under a maximum are better left uncounted; a lower bound ends it early.</summary>
    private static int LeavingOut(in PlanSums sums, PlanNode[] nodes, UInt128 touched, int lower, int all)
    {
        var count = (int)UInt128.PopCount(touched);
        if (count > MaxLeftOut)
        {
            return NeedsSearch;
        }

        Span<UInt128> bits = stackalloc UInt128[count];
        for (var index = 0; index < count; index++, touched &= touched - 1)
        {
            bits[index] = touched & (~touched + 1);
        }

        var best = all;
        for (var choice = 1; choice < 1 << count && best != NeedsSearch && best > lower; choice++)
        {
            UInt128 left = 0;
            for (var index = 0; index < count; index++)
            {
                left |= (choice >> index & 1) != 0 ? bits[index] : 0;
            }

            var value = Counting(new PlanSums(sums.Plan, sums.Have & ~left, sums.Fresh), nodes);
            best = value == NeedsSearch ? value : Math.Min(best, value);
        }

        return best;
    }
}
