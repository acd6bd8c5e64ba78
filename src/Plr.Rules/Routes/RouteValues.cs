using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>What remains of one qualification, by the cheapest way that is exact.</summary>
internal sealed class RouteValues(RouteIndex index)
{
    private readonly PairValues pairs = index.Pairs;

    /// <summary>Computes what remains of a route if that is still open.</summary>
    /// <param name="hit">What is known of it, for the achievements in hand.</param>
    /// <param name="several">The rest of that, if there were several hits.</param>
    public void Settle(int qualification, ref RouteHit hit, in SeveralHits several, RouteScratch scratch)
    {
        if (hit.State != RouteState.Open)
        {
            return;
        }

        var isPair = hit.IsSeveral && several.Count == 2 && !several.IsAmbiguous && UInt128.PopCount(several.Have) == 2;
        if (isPair && pairs.TryGet(qualification, several.Have, out var pair))
        {
            (hit.Remaining, hit.State) = (pair, RouteState.Exact);
            return;
        }

        Compute(index.Entries[qualification], ref hit, several, scratch);
        if (isPair && hit.State == RouteState.Exact)
        {
            pairs.Keep(qualification, several.Have, hit.Remaining);
        }
    }

    private void Compute(RouteEntry entry, ref RouteHit hit, in SeveralHits several, RouteScratch scratch)
    {
        var atMost = entry.IsLowerBound ? PlanEvaluator.Unreachable : entry.Scratch;
        atMost = hit.IsSeveral && several.IsAtMostLeastAlone ? Math.Min(atMost, several.LeastAlone) : atMost;
        var answer = entry.Plan is not { } plan ? new PlanAnswer(0, atMost)
            : hit.IsSeveral && several.IsAmbiguous ? scratch.Uses.Remaining(entry, index.Catalogue.Table, scratch, atMost)
            : PlanEvaluator.Remaining(plan, new PlanHoldings(hit.IsSeveral ? several.Have : plan.BitsOf(hit.Unit)), scratch.Plans, atMost);
        if (answer.IsExact)
        {
            (hit.Remaining, hit.State) = (answer.Lower, RouteState.Exact);
            return;
        }

        Search(entry, ref hit, scratch, answer);
    }

    private void Search(RouteEntry entry, ref RouteHit hit, RouteScratch scratch, PlanAnswer between)
    {
        // What one unit alone is worth is worth remembering: most qualifications are touched by one.
        var single = !hit.IsSeveral && !entry.SourcesMatter;
        if (single && entry.Alone.TryGetValue(hit.Unit, out var alone))
        {
            (hit.Remaining, hit.State) = (alone, RouteState.Exact);
            return;
        }

        var table = index.Catalogue.Table;
        var found = GeneralSearch.Credits(entry.Rule, table, scratch.Learner(table), between.Lower, between.Upper);
        (hit.Remaining, hit.State) = (found.Lower, found.IsExact ? RouteState.Exact : RouteState.AtLeast);
        if (single && found.IsExact)
        {
            entry.Alone[hit.Unit] = hit.Remaining;
        }
    }
}
