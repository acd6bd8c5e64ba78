using Plr.Rules.Direct;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>What remains of one qualification, by the cheapest way that is exact.</summary>
internal sealed class RouteValues(RouteIndex index)
{
    private readonly PairValues pairs = index.Pairs;

    /// <summary>Computes what remains of a route if that is still open; or only that it is more than matters.</summary>
    /// <param name="hit">What is known of it, for the achievements in hand.</param>
    /// <param name="several">The rest of that, if there were several hits.</param>
    /// <param name="most">More credits than these need not be known exactly: the route stays open then, with a lower bound above.</param>
    public void Settle(int qualification, ref RouteHit hit, in SeveralHits several, RouteScratch scratch, int most = PlanEvaluator.Unreachable)
    {
        if (hit.State != RouteState.Open || hit.Remaining > most)
        {
            return;
        }

        var isPair = hit.IsSeveral && several.Count == 2 && !several.IsAmbiguous && UInt128.PopCount(several.Have) == 2;
        var entry = index.Entries[qualification];
        if (isPair && pairs.TryGet(entry.PairOwner, several.Have, out var pair))
        {
            (hit.Remaining, hit.State) = (pair, RouteState.Exact);
            return;
        }

        var answer = ByPlan(entry, hit, several, scratch, most);
        if (answer.Lower > most)
        {
            hit.Remaining = answer.Lower;
        }
        else if (answer.IsExact)
        {
            (hit.Remaining, hit.State) = (answer.Lower, RouteState.Exact);
        }
        else
        {
            Search(entry, ref hit, scratch, answer, most);
        }

        if (isPair && hit.State == RouteState.Exact)
        {
            pairs.Keep(entry.PairOwner, several.Have, hit.Remaining);
        }
    }

    /// <summary>What the plan says; anything above what matters may be one more than that.</summary>
    private PlanAnswer ByPlan(RouteEntry entry, in RouteHit hit, in SeveralHits several, RouteScratch scratch, int most)
    {
        var atMost = entry.IsLowerBound ? PlanEvaluator.Unreachable : entry.Scratch;
        atMost = hit.IsSeveral && several.IsAtMostLeastAlone ? Math.Min(atMost, several.LeastAlone) : atMost;
        atMost = most < atMost ? most + 1 : atMost;
        return entry.Plan is not { } plan ? new PlanAnswer(0, atMost)
            : hit.IsSeveral && several.IsAmbiguous ? scratch.Uses.Remaining(entry, index.Catalogue.Table, scratch, atMost)
            : PlanEvaluator.Remaining(plan, new PlanHoldings(hit.IsSeveral ? several.Have : plan.BitsOf(hit.Unit)), scratch.Plans, atMost);
    }

    private void Search(RouteEntry entry, ref RouteHit hit, RouteScratch scratch, PlanAnswer between, int most)
    {
        // What one unit alone is worth is worth remembering: most qualifications are touched by one.
        var single = !hit.IsSeveral && !entry.SourcesMatter;
        if (single && entry.Alone.TryGetValue(hit.Unit, out var alone))
        {
            (hit.Remaining, hit.State) = (alone, RouteState.Exact);
            return;
        }

        var table = index.Catalogue.Table;
        var found = RuleSearch.Credits(entry.Rule, table, scratch.Learner(table), EvaluationScratch.OfThread, between.Lower, between.Upper);
        hit.Remaining = found.Lower;
        hit.State = found.Lower > most ? RouteState.Open : found.IsExact ? RouteState.Exact : RouteState.AtLeast;
        if (single && hit.State == RouteState.Exact)
        {
            entry.Alone[hit.Unit] = hit.Remaining;
        }
    }
}
