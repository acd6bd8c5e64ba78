using Plr.Rules.Evaluation;

namespace Plr.Rules.Routes;

/// <summary>Exact remaining credits of every qualification for one learner, computed as far as an answer needs them.</summary>
/// <remarks>
/// The learner's units lead to the qualifications they touch; all others remain as from scratch. One hit is a table's value; of several,
/// the single values give a lower bound, and only where that is small enough to matter for an answer is the exact number computed.
/// </remarks>
internal sealed class RouteRanker(RouteIndex index)
{
    private readonly RouteGatherer gatherer = new(index);
    private readonly RouteValues values = new(index);

    public RouteIndex Index => index;

    /// <summary>Takes a learner in hand: what is touched, and what is known of it so far.</summary>
    public void Begin(IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, RouteScratch scratch)
    {
        scratch.Begin(asOf);
        for (var at = 0; at < achieved.Count; at++)
        {
            scratch.Add(achieved[at], index.Catalogue.Table.NumberOf(achieved[at].Unit));
        }

        for (var at = 0; at < achieved.Count; at++)
        {
            gatherer.Gather(at, scratch);
        }

        foreach (var qualification in achieved.Count == 0 ? [] : index.TouchedByAny)
        {
            RouteGatherer.TouchByAny(qualification, scratch);
        }
    }

    /// <summary>Reads the routes after a place that pass a filter into the page, in order; one more than asked if there are more.</summary>
    public void Page(Func<string, bool>? filter, int first, RankedRoute? after, RouteScratch scratch) =>
        new RoutePager(index, values, scratch, filter, after).Read(first + 1);

    /// <summary>Reads the nearest routes that one more unit brings nearer into the page; the learner in hand stays as before.</summary>
    /// <param name="first">How many routes, at most.</param>
    public void WhatIf(AchievedUnit unit, int first, RouteScratch scratch) => new RouteWhatIf(index, gatherer, values, scratch).Read(unit, first);

    /// <summary>Evaluates one qualification of the learner in hand once more, as if it had not been.</summary>
    public int Again(int qualification, RouteScratch scratch)
    {
        if (!scratch.IsTouched(qualification))
        {
            return index.Scratch[qualification];
        }

        var hit = scratch.HitOf(qualification);
        ref readonly var several = ref scratch.SeveralOf(qualification);
        if (hit.IsSeveral)
        {
            gatherer.Bound(qualification, ref hit, several);
        }

        values.Settle(qualification, ref hit, several, scratch);
        return hit.Remaining;
    }
}
