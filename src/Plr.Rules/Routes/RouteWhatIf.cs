using System.Runtime.InteropServices;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Routes;

/// <summary>The routes that one more unit brings nearer for a learner in hand, computing no more of them than are asked for.</summary>
internal readonly ref struct RouteWhatIf(RouteIndex index, RouteGatherer gatherer, RouteValues values, RouteScratch scratch)
{
    private const int MostCredits = 511;

    private readonly List<RankedRoute> changed = scratch.Page;

    /// <summary>Reads the nearest so many; the learner in hand stays as before, but what was computed of them is kept.</summary>
    public void Read(AchievedUnit unit, int first)
    {
        changed.Clear();
        var number = index.Catalogue.Table.NumberOf(unit.Unit);
        if (number < 0)
        {
            return;
        }

        var touched = scratch.Order.Count;
        scratch.Add(unit, number);
        gatherer.Gather(scratch.Units.Count - 1, scratch, save: true);
        foreach (var qualification in index.TouchedByAny)
        {
            RouteGatherer.TouchByAny(qualification, scratch, save: true);
        }

        for (var (from, to) = (0, Next(0, first)); from < int.MaxValue && changed.Count < first; (from, to) = (to, Next(to, first)))
        {
            SettleBelow(to);
            scratch.RemoveLast();
            AddBetween(from, to);
            scratch.Add(unit, number);
        }

        changed.Sort();
        changed.RemoveRange(Math.Min(first, changed.Count), Math.Max(0, changed.Count - first));
        scratch.RemoveLast();
        scratch.Restore(touched);
    }

    /// <summary>So many credits that less remain of enough routes, as far as is known; <see cref="int.MaxValue"/> if all are needed.</summary>
    private int Next(int from, int enough)
    {
        Span<int> histogram = stackalloc int[MostCredits + 1];
        histogram.Clear();
        foreach (ref readonly var saved in CollectionsMarshal.AsSpan(scratch.Saved))
        {
            histogram[Math.Min(MostCredits, scratch.HitOf(saved.Qualification).Remaining)]++;
        }

        var seen = 0;
        for (var credits = from; credits < MostCredits; credits++)
        {
            seen += histogram[credits];
            if (seen >= enough)
            {
                return credits + 1;
            }
        }

        return int.MaxValue;
    }

    private void SettleBelow(int credits)
    {
        foreach (ref readonly var saved in CollectionsMarshal.AsSpan(scratch.Saved))
        {
            ref var hit = ref scratch.HitOf(saved.Qualification);
            if (hit.Remaining < credits)
            {
                values.Settle(saved.Qualification, ref hit, scratch.SeveralOf(saved.Qualification), scratch);
            }
        }
    }

    /// <summary>Adds those that came nearer, of the routes with exactly so many credits.</summary>
    private void AddBetween(int from, int to)
    {
        foreach (ref var saved in CollectionsMarshal.AsSpan(scratch.Saved))
        {
            var (now, fromScratch) = (scratch.HitOf(saved.Qualification), index.Scratch[saved.Qualification]);
            if (now.Remaining >= from && now.Remaining < Math.Min(to, fromScratch) && now.Remaining < Before(ref saved, now.Remaining, fromScratch))
            {
                changed.Add(RankedRoute.Of(saved.Qualification, now, fromScratch));
            }
        }
    }

    /// <summary>What remained without the unit, or no more than that if it is more than what remains now.</summary>
    private int Before(ref (int Qualification, RouteHit Hit, SeveralHits Several) saved, int now, int fromScratch)
    {
        if (saved.Hit.Round != scratch.Round)
        {
            return fromScratch;
        }

        if (now >= saved.Hit.Remaining)
        {
            values.Settle(saved.Qualification, ref saved.Hit, saved.Several, scratch);
        }

        return saved.Hit.Remaining;
    }
}
