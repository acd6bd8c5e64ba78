using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>What remains of one qualification, by the cheapest way that is exact.</summary>
internal sealed class RouteValues(RouteIndex index)
{
    /// <summary>Sets what remains of a route that was hit.</summary>
    public void Evaluate(RouteEntry entry, ref TouchedRoute route, DateOnly asOf, RouteScratch scratch)
    {
        route.IsLowerBound = false;
        var known = !route.IsAmbiguous && route.LeastAlone != int.MaxValue;
        if (known && (route.Hits == 1 || (entry.Scratch < PlanEvaluator.Unreachable && route.MostAlonePlusSaved - route.Saved >= route.LeastAlone)))
        {
            route.Remaining = route.LeastAlone;
            return;
        }

        var atMost = entry.IsLowerBound ? PlanEvaluator.Unreachable : entry.Scratch;
        atMost = known ? Math.Min(atMost, route.LeastAlone) : atMost;
        var answer = entry.Plan is not { } plan ? new PlanAnswer(0, atMost)
            : route.IsAmbiguous || plan.SourcesMatter ? scratch.Uses.Remaining(entry, index.Catalogue.Table, asOf, scratch, atMost)
            : PlanEvaluator.Remaining(plan, new PlanHoldings(route.Have), scratch.Plans, atMost);
        if (answer.IsExact)
        {
            route.Remaining = answer.Lower;
            return;
        }

        Search(entry, ref route, asOf, scratch, answer);
    }

    private void Search(RouteEntry entry, ref TouchedRoute route, DateOnly asOf, RouteScratch scratch, PlanAnswer between)
    {
        // What one unit alone is worth is worth remembering: most qualifications are touched by one.
        var single = route.Hits == 1 && !entry.SourcesMatter;
        if (single && entry.Alone.TryGetValue(route.LastUnit, out var alone))
        {
            route.Remaining = alone;
            return;
        }

        if (!scratch.IsLearnerRead)
        {
            scratch.Learner.Read(index.Catalogue.Table, scratch.Achieved, asOf);
            scratch.IsLearnerRead = true;
        }

        var found = GeneralSearch.Credits(entry.Rule, index.Catalogue.Table, scratch.Learner, between.Lower, between.Upper);
        (route.Remaining, route.IsLowerBound) = (found.Lower, !found.IsExact);
        if (single && !route.IsLowerBound)
        {
            entry.Alone[route.LastUnit] = route.Remaining;
        }
    }
}
