namespace Plr.Rules.Routes.Plans;

/// <summary>Remaining credits of a plan for what a learner has, with no allocation of memory.</summary>
/// <remarks>
/// A lower bound that forgets maxima which achieved units touch, and an upper bound that counts all achieved units, agree nearly
/// always. Where they don't, a table of what each sum costs says.
/// </remarks>
internal static class PlanEvaluator
{
    /// <summary>Nothing on offer meets the rule.</summary>
    public const int Unreachable = 1_000_000;

    /// <summary>What is left between the bounds: the same twice if the plan has the exact answer.</summary>
    /// <param name="atMost">No more remains than this, as is known already; <see cref="Unreachable"/> if nothing is known.</param>
    public static PlanAnswer Remaining(RoutePlan plan, in PlanHoldings holdings, PlanScratch scratch, int atMost = Unreachable)
    {
        var (lower, upper) = (atMost, atMost);
        foreach (var variant in plan.Variants)
        {
            foreach (var way in variant.Ways)
            {
                var sums = new PlanSums(plan, variant, way, holdings.Have);
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

    /// <summary>The least of one variant in one way; anything not below the bound will do if it isn't.</summary>
    private static PlanAnswer Between(in PlanSums sums, in PlanHoldings holdings, PlanScratch scratch, int bound)
    {
        var variant = sums.Variant;
        var answer = variant.HasClips || variant.Width > PlanSums.SumBits ? new PlanAnswer(0, Unreachable) : BySums(sums, bound);
        if (answer.Lower >= Math.Min(bound, answer.Upper))
        {
            return answer;
        }

        if (answer.IsLaneBinding)
        {
            return answer;
        }

        var (least, isKept) = PlanCosts.Least(sums, holdings, scratch);
        return new PlanAnswer(Math.Max(answer.Lower, least), isKept ? least : answer.Upper);
    }

    private static PlanAnswer BySums(in PlanSums sums, int bound)
    {
        var variant = sums.Variant;
        var need = variant.Floor is { } one ? Math.Max(0, sums.Missing(one)) : 0;
        var lower = sums.Smallest(sums.Fresh, need, relaxed: true, out var touched);
        if (lower == PlanSums.Unknown)
        {
            return new PlanAnswer(0, Unreachable);
        }

        if (lower >= bound || (touched == 0 && need == 0 && (variant.Lanes.Length == 0 || variant.Floor is not null)))
        {
            return new PlanAnswer(lower, lower);
        }

        if (variant.Lanes.Length > 0 && variant.Floor is null)
        {
            return new PlanAnswer(lower, Unreachable, IsLaneBinding: touched == 0);
        }

        // Units that pass the floor alone give an upper bound.
        var offered = need == 0 ? sums.Fresh : sums.Fresh & variant.Floor!.Scope & variant.Floor.Passing;
        var upper = sums.Smallest(offered, need, relaxed: false, out _);
        if (touched == 0 && upper != lower)
        {
            upper = PlanFloor.Least(sums, variant.Floor!, need);
            lower = upper == PlanSums.Unknown ? lower : upper;
        }

        return new PlanAnswer(lower, upper == PlanSums.Unknown ? Unreachable : upper, IsLaneBinding: touched == 0);
    }
}

/// <summary>Bounds of what remains.</summary>
/// <param name="Lower">No less; <see cref="PlanEvaluator.Unreachable"/> if there is no way.</param>
/// <param name="Upper">No more, as far as known.</param>
/// <param name="IsLaneBinding">Whether it is only a lane that keeps the two apart.</param>
internal readonly record struct PlanAnswer(int Lower, int Upper, bool IsLaneBinding = false)
{
    public bool IsExact => Lower == Upper;
}
