namespace Plr.Rules.Routes.Plans;

/// <summary>Remaining credits of a plan for what a learner has, with no allocation of memory.</summary>
/// <remarks>
/// A lower bound in which achieved units have no part in maxima, and an upper bound that counts all of them, agree nearly always.
/// Where they don't, a table of what each sum costs says most of the rest; what stays open between the bounds is not for a plan.
/// </remarks>
internal static class PlanEvaluator
{
    /// <summary>Nothing on offer meets the rule.</summary>
    public const int Unreachable = 1_000_000;

    /// <summary>What is left between the bounds: the same twice if the plan has the exact answer.</summary>
    /// <param name="atMost">Answered if no less remains than this; <see cref="Unreachable"/> if nothing is known, and all matters.</param>
    public static PlanAnswer Remaining(RoutePlan plan, in PlanHoldings holdings, PlanScratch scratch, int atMost = Unreachable)
    {
        var (lower, upper) = (atMost, atMost);
        foreach (var variant in plan.Variants)
        {
            // With the conditions between units forgotten no more remains than with any way to keep them.
            var atLeast = variant.Ways.Length > 1 ? Relaxed(new PlanSums(plan, variant, default, holdings)) : 0;
            for (var way = 0; way < variant.Ways.Length && atLeast < upper; way++)
            {
                var sums = new PlanSums(plan, variant, variant.Ways[way], holdings);
                if (sums.CanTake)
                {
                    var answer = Between(sums, holdings, scratch, upper);
                    lower = Math.Min(lower, answer.Lower);
                    upper = Math.Min(upper, answer.Upper);
                }
            }
        }

        return plan.IsRelaxed ? new PlanAnswer(lower, atMost) : new PlanAnswer(lower, upper);
    }

    /// <summary>A lower bound from sums alone.</summary>
    private static int Relaxed(in PlanSums sums)
    {
        if (!FitsSums(sums.Variant))
        {
            return 0;
        }

        var need = sums.Floor is { } floor ? Math.Max(0, sums.Missing(floor)) : 0;
        return Math.Max(0, sums.Smallest(sums.Fresh, need, relaxed: true, out _));
    }

    private static bool FitsSums(PlanVariant variant) => !variant.HasClips && variant.Width <= PlanSums.SumBits;

    /// <summary>The least of one variant in one way; anything not below the bound will do if it isn't.</summary>
    private static PlanAnswer Between(in PlanSums sums, in PlanHoldings holdings, PlanScratch scratch, int bound)
    {
        var answer = FitsSums(sums.Variant) ? BySums(sums, bound) : new PlanAnswer(0, Unreachable);
        if (answer.Lower >= Math.Min(bound, answer.Upper))
        {
            return answer;
        }

        if (answer.IsLaneBinding)
        {
            return answer;
        }

        var (least, isKept) = PlanCosts.Least(sums, holdings, Math.Min(bound, answer.Upper), scratch);
        return new PlanAnswer(Math.Max(answer.Lower, Math.Min(least, answer.Upper)), isKept ? Math.Min(least, answer.Upper) : answer.Upper);
    }

    private static PlanAnswer BySums(in PlanSums sums, int bound)
    {
        var need = sums.Floor is { } one ? Math.Max(0, sums.Missing(one)) : 0;
        var lower = sums.Smallest(sums.Fresh, need, relaxed: true, out var touched);
        if (lower == PlanSums.Unknown)
        {
            return new PlanAnswer(0, Unreachable);
        }

        if (lower >= bound || (touched == 0 && need == 0 && (sums.Lanes.Length == 0 || sums.Floor is not null)))
        {
            return new PlanAnswer(lower, lower);
        }

        if (sums.Lanes.Length > 0 && sums.Floor is null)
        {
            return new PlanAnswer(lower, Unreachable, IsLaneBinding: touched == 0);
        }

        // Units that pass the floor alone give an upper bound.
        var offered = need == 0 ? sums.Fresh : sums.Fresh & sums.Floor!.Scope & sums.Floor.Passing;
        var upper = sums.Smallest(offered, need, relaxed: false, out _);
        upper = Known(upper, Unreachable);
        if (need > 0 && upper != lower)
        {
            var floor = sums.Floor!; // It needs something.
            var counted = PlanFloor.Least(sums, floor, need, Math.Min(bound, upper), relaxed: false);
            upper = Math.Min(upper, Known(counted, Unreachable));
            var least = touched != 0 ? Known(PlanFloor.Least(sums, floor, need, Math.Min(bound, upper), relaxed: true), lower)
                : counted == PlanSums.Unknown ? lower : upper;
            lower = Math.Min(upper, Math.Max(lower, least));
        }

        return new PlanAnswer(lower, upper, IsLaneBinding: touched == 0);
    }

    private static int Known(int value, int otherwise) => value == PlanSums.Unknown ? otherwise : value;
}

/// <summary>Bounds of what remains.</summary>
/// <param name="Lower">No less; <see cref="PlanEvaluator.Unreachable"/> if there is no way.</param>
/// <param name="Upper">No more, as far as known.</param>
/// <param name="IsLaneBinding">Whether it is only a lane that keeps the two apart.</param>
internal readonly record struct PlanAnswer(int Lower, int Upper, bool IsLaneBinding = false)
{
    public bool IsExact => Lower == Upper;
}
