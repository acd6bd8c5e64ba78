using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>Follows a learner's units to the qualifications that list them, and notes what each alone says there.</summary>
internal sealed class RouteGatherer(RouteIndex index)
{
    private const int MostSaved = 1 << 29;

    /// <summary>Follows the unit of an achievement in hand, and those it counts as.</summary>
    /// <param name="at">Its place.</param>
    /// <param name="save">Whether to keep what was known before.</param>
    public void Gather(int at, RouteScratch scratch, bool save = false)
    {
        var unit = scratch.Units[at];
        if (unit < 0)
        {
            return;
        }

        Follow(unit, scratch.Achieved[at].Source, at, scratch, save);
        foreach (var edge in index.Catalogue.Table.CountsAs(unit))
        {
            Follow(edge.Unit, edge.Source ?? scratch.Achieved[at].Source, at, scratch, save);
        }
    }

    /// <summary>Touches a qualification in which any achievement may count.</summary>
    public static void TouchByAny(int qualification, RouteScratch scratch, bool save = false)
    {
        ref var hit = ref scratch.HitOf(qualification);
        if (save)
        {
            scratch.Saved.Add((qualification, hit, scratch.SeveralOf(qualification)));
        }

        if (hit.Round != scratch.Round)
        {
            scratch.Order.Add(qualification);
        }

        hit = new RouteHit(scratch.Round, unit: 0, achievement: 0, remaining: 0, RouteState.Open) { IsSeveral = true };
        scratch.SeveralOf(qualification) = SeveralHits.None(0) with { IsAmbiguous = true };
    }

    private void Follow(int unit, CreditSource source, int at, RouteScratch scratch, bool save)
    {
        var round = scratch.Round;
        foreach (ref readonly var posting in index.PostingsOf(unit))
        {
            if (posting.Traits != RuleTraits.None && (posting.Traits & RuleTraits.HasConditions) != 0
                && index.Entries[posting.Qualification].Conditions!.IsVoid(scratch.Units[at], scratch.Achieved[at], scratch.AsOf)) // It has some.
            {
                continue;
            }

            ref var hit = ref scratch.HitOf(posting.Qualification);
            var isFirst = hit.Round != round;
            if (save && (isFirst || LastAchievement(hit, posting.Qualification, scratch) != at))
            {
                scratch.Saved.Add((posting.Qualification, hit, scratch.SeveralOf(posting.Qualification)));
            }

            if (isFirst)
            {
                scratch.Order.Add(posting.Qualification);
                hit = posting.Alone == RouteIndex.Unknown
                    ? new RouteHit(round, unit, at, Math.Max(0, index.Scratch[posting.Qualification] - SavedAtMost(posting, unit)), RouteState.Open)
                    : new RouteHit(round, unit, at, posting.Alone, RouteState.Exact);
                if (source == CreditSource.Own || (posting.Traits & RuleTraits.SourcesMatter) == 0)
                {
                    continue;
                }

                scratch.SeveralOf(posting.Qualification) = SeveralHits.None(index.Scratch[posting.Qualification]);
                hit.IsSeveral = true;
            }

            Again(ref hit, posting, unit, source, at, scratch);
        }
    }

    private static int LastAchievement(in RouteHit hit, int qualification, RouteScratch scratch) =>
        hit.IsSeveral ? scratch.SeveralOf(qualification).LastAchievement : hit.Achievement;

    /// <summary>Counts a hit that is not the only one, or whose source matters.</summary>
    private void Again(ref RouteHit hit, in Posting posting, int unit, CreditSource source, int at, RouteScratch scratch)
    {
        ref var several = ref scratch.SeveralOf(posting.Qualification);
        if (!hit.IsSeveral)
        {
            // Where sources matter, only the learner's own is a single hit.
            several = SeveralHits.None(index.Scratch[posting.Qualification]);
            Count(ref several, FirstPosting(hit.Unit, posting.Qualification), hit.Unit, CreditSource.Own, hit.Achievement);
            hit.IsSeveral = true;
        }

        Count(ref several, posting, unit, source, at);
        Bound(posting.Qualification, ref hit, several);
    }

    /// <summary>Sets what several hits alone say: a lower bound, or the exact number where an upper one agrees.</summary>
    public void Bound(int qualification, ref RouteHit hit, in SeveralHits several)
    {
        // With numbers that stand for "no way", sums are bounds still, but no longer exact.
        var isExact = several.IsAtMostLeastAlone && several.AtLeast >= several.LeastAlone && index.Scratch[qualification] < PlanEvaluator.Unreachable;
        (hit.Remaining, hit.State) = isExact ? (several.LeastAlone, RouteState.Exact) : (several.AtLeast, RouteState.Open);
    }

    /// <summary>What having a unit saves at most.</summary>
    private int SavedAtMost(in Posting posting, int unit) =>
        (posting.Traits & RuleTraits.FreshIsLess) != 0 ? UnitTable.WithoutLimit : index.Catalogue.Table.SavedAtMost[unit];

    private Posting FirstPosting(int unit, int qualification)
    {
        var postings = index.PostingsOf(unit);
        var (low, high) = (0, postings.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = postings[middle].Qualification < qualification ? (middle + 1, high) : (low, middle);
        }

        return postings[low];
    }

    private void Count(ref SeveralHits several, in Posting posting, int unit, CreditSource source, int at)
    {
        var saved = SavedAtMost(posting, unit);
        var isForeign = source != CreditSource.Own && (posting.Traits & RuleTraits.SourcesMatter) != 0;
        several.IsAmbiguous |= several.LastAchievement == at || isForeign;
        several.LastAchievement = at;
        several.Count++;
        if (posting.Alone != RouteIndex.Unknown && !isForeign)
        {
            several.LeastAlone = Math.Min(several.LeastAlone, posting.Alone);
            several.MostAlonePlusSaved = Math.Max(several.MostAlonePlusSaved, posting.Alone + saved);
        }

        several.Saved = Math.Min(MostSaved, several.Saved + saved);
        several.Have |= posting.Bit switch
        {
            >= 0 => UInt128.One << posting.Bit,
            Posting.SeveralBits => index.Entries[posting.Qualification].Plan!.BitsOf(unit), // It has bits.
            _ => 0,
        };
    }
}
