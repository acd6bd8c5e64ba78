using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>Exact remaining credits of every qualification for one learner, best first.</summary>
/// <remarks>
/// The learner's units lead to the qualifications they touch; all others remain as from scratch. One hit is a table's value; of
/// several, two bounds from the single values often agree; otherwise the plan says, and where it can't, the general search.
/// </remarks>
internal sealed class RouteRanker(RouteIndex index)
{
    private const int MostSaved = 1 << 29;

    private readonly RouteValues values = new(index);

    /// <summary>Ranks into the working memory: what is touched, and of it what is nearer than from scratch.</summary>
    public void Rank(IReadOnlyList<AchievedUnit> achieved, DateOnly asOf, RouteScratch scratch)
    {
        scratch.Begin();
        for (var at = 0; at < achieved.Count; at++)
        {
            scratch.Achieved.Add(achieved[at]);
            scratch.Units.Add(index.Catalogue.Table.NumberOf(achieved[at].Unit));
        }

        for (var at = 0; at < achieved.Count; at++)
        {
            Gather(at, asOf, scratch, isWhatIf: false);
        }

        foreach (var qualification in achieved.Count == 0 ? [] : index.TouchedByAny)
        {
            scratch.Touch(qualification).Hits = achieved.Count + 1;
        }

        foreach (var qualification in scratch.Order)
        {
            ref var route = ref scratch.Of(qualification);
            values.Evaluate(qualification, ref route, asOf, scratch);
            if (Ranked(qualification, route) is { } ranked)
            {
                scratch.Ranked.Add(ranked);
            }
        }
    }

    /// <summary>What one more unit changes for the learner in hand; the working memory stays as it was.</summary>
    /// <param name="changed">The qualifications of which fewer credits remain, with their new places; emptied first.</param>
    public void WhatIf(AchievedUnit unit, DateOnly asOf, RouteScratch scratch, List<RankedRoute> changed)
    {
        changed.Clear();
        var number = index.Catalogue.Table.NumberOf(unit.Unit);
        if (number < 0)
        {
            return;
        }

        var (at, touched) = (scratch.Achieved.Count, scratch.Order.Count);
        scratch.Achieved.Add(unit);
        scratch.Units.Add(number);
        scratch.IsLearnerRead = false;
        Gather(at, asOf, scratch, isWhatIf: true);
        foreach (var qualification in index.TouchedByAny)
        {
            scratch.Saved.Add((qualification, scratch.Of(qualification)));
            scratch.Touch(qualification).Hits = at + 2;
        }

        foreach (var (qualification, before) in scratch.Saved)
        {
            var known = before.Round == scratch.Of(qualification).Round ? before.Remaining : index.Scratch[qualification];
            if (known > 0)
            {
                ref var route = ref scratch.Of(qualification);
                values.Evaluate(qualification, ref route, asOf, scratch);
                if (route.Remaining < known && Ranked(qualification, route) is { } ranked)
                {
                    changed.Add(ranked);
                }
            }
        }

        scratch.Restore(touched);
        scratch.Achieved.RemoveAt(at);
        scratch.Units.RemoveAt(at);
        scratch.IsLearnerRead = false;
    }

    /// <summary>Evaluates one qualification of the learner in hand once more.</summary>
    public int Again(int qualification, DateOnly asOf, RouteScratch scratch)
    {
        if (!scratch.IsTouched(qualification))
        {
            return index.Scratch[qualification];
        }

        ref var route = ref scratch.Of(qualification);
        values.Evaluate(qualification, ref route, asOf, scratch);
        return route.Remaining;
    }

    private RankedRoute? Ranked(int qualification, in TouchedRoute route)
    {
        var fromScratch = index.Scratch[qualification];
        return route.Remaining < fromScratch
            ? new RankedRoute(route.Remaining, fromScratch < PlanEvaluator.Unreachable ? fromScratch - route.Remaining : 0, qualification, route.IsLowerBound)
            : null;
    }

    private void Gather(int at, DateOnly asOf, RouteScratch scratch, bool isWhatIf)
    {
        var unit = scratch.Units[at];
        if (unit < 0)
        {
            return;
        }

        GatherUnit(unit, scratch.Achieved[at].Source, at, asOf, scratch, isWhatIf);
        foreach (var edge in index.Catalogue.Table.CountsAs(unit))
        {
            GatherUnit(edge.Unit, edge.Source ?? scratch.Achieved[at].Source, at, asOf, scratch, isWhatIf);
        }
    }

    private void GatherUnit(int unit, CreditSource source, int at, DateOnly asOf, RouteScratch scratch, bool isWhatIf)
    {
        foreach (ref readonly var posting in index.PostingsOf(unit))
        {
            if ((posting.Traits & RuleTraits.HasConditions) != 0
                && index.Entries[posting.Qualification].Conditions!.IsVoid(scratch.Units[at], scratch.Achieved[at], asOf)) // It has some.
            {
                continue;
            }

            var before = isWhatIf ? scratch.Of(posting.Qualification) : default;
            ref var route = ref scratch.Touch(posting.Qualification);
            if (isWhatIf && route.LastAchievement != at)
            {
                scratch.Saved.Add((posting.Qualification, before));
            }

            Hit(ref route, posting, unit, source, at);
        }
    }

    private void Hit(ref TouchedRoute route, in Posting posting, int unit, CreditSource source, int at)
    {
        // Where sources matter, taking the unit may not be as good as having it.
        var sourcesMatter = (posting.Traits & RuleTraits.SourcesMatter) != 0;
        var saved = sourcesMatter ? UnitTable.WithoutLimit : index.Catalogue.Table.SavedAtMost[unit];
        route.IsAmbiguous |= route.LastAchievement == at || (source != CreditSource.Own && sourcesMatter);
        route.LastAchievement = at;
        route.LastUnit = unit;
        route.Hits++;
        if (posting.Alone != RouteIndex.Unknown)
        {
            route.LeastAlone = Math.Min(route.LeastAlone, posting.Alone);
            route.MostAlonePlusSaved = Math.Max(route.MostAlonePlusSaved, posting.Alone + saved);
        }

        route.Saved = Math.Min(MostSaved, route.Saved + saved);
        route.Have |= posting.Bit switch
        {
            >= 0 => UInt128.One << posting.Bit,
            Posting.SeveralBits => index.Entries[posting.Qualification].Plan!.BitsOf(unit), // It has bits.
            _ => 0,
        };
    }
}
