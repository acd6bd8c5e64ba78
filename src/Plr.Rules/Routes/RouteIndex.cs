using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>All qualifications of a catalogue at their places there, with each unit's worth in each: built once, then immutable.</summary>
internal sealed class RouteIndex
{
    /// <summary>A remaining value that was not computed beforehand.</summary>
    public const int Unknown = -1;

    private readonly UnitPostings postings;

    private RouteIndex(CompiledCatalogue catalogue, RouteEntry[] entries, int[] scratch, int[] byScratch, int[] touchedByAny, UnitPostings postings, PairValues pairs) =>
        (Catalogue, Entries, Scratch, ByScratch, TouchedByAny, this.postings, Pairs) = (catalogue, entries, scratch, byScratch, touchedByAny, postings, pairs);

    public CompiledCatalogue Catalogue { get; }

    /// <summary>The qualifications, by place. Those with rules that are not whole are among them, but have no way.</summary>
    public RouteEntry[] Entries { get; }

    /// <summary>What remains of each from scratch: beside the entries, since a ranking looks at many.</summary>
    public int[] Scratch { get; }

    /// <summary>Those that can be reached from nothing, by remaining credits, then number.</summary>
    public int[] ByScratch { get; }

    /// <summary>Those with other credit: any unit may touch them, so they have no postings and always need the general search.</summary>
    public int[] TouchedByAny { get; }

    /// <summary>What pairs of units are worth, as far as somebody asked; shared with the indexes of changed catalogues.</summary>
    public PairValues Pairs { get; }

    /// <summary>Where a unit is listed.</summary>
    public ReadOnlySpan<Posting> PostingsOf(int unit) => postings.Of(unit);

    /// <summary>Builds the index on all cores. Equal rules are planned once.</summary>
    public static RouteIndex Build(CompiledCatalogue catalogue)
    {
        var rules = catalogue.Rules;
        var distinct = new Dictionary<RuleOfCombination, LazyRule>(ReferenceEqualityComparer.Instance);
        foreach (var rule in rules.Where(IsRanked))
        {
            distinct.TryAdd(rule.Qualification.Rule, rule);
        }

        var made = new System.Collections.Concurrent.ConcurrentDictionary<RuleOfCombination, PlannedRule>(ReferenceEqualityComparer.Instance);
        Parallel.ForEach(distinct, () => new PlanScratch(), (rule, _, scratch) =>
        {
            made[rule.Key] = PlannedRule.Of(catalogue.Table, rule.Value, scratch);
            return scratch;
        }, _ => { });
        var planned = Array.ConvertAll(rules, rule => made.GetValueOrDefault(rule.Qualification.Rule));
        var pairs = new PairValues();
        RouteEntry[] entries = [.. rules.Select((rule, place) => new RouteEntry(rule, planned[place], pairs.NewOwner()))];
        var scratch = Array.ConvertAll(entries, entry => entry.Scratch);
        int[] touchedByAny = [.. Enumerable.Range(0, rules.Length).Where(place => planned[place] is not null && rules[place].HasOtherCredit)];
        return new RouteIndex(
            catalogue, entries, scratch, InOrder(scratch), touchedByAny, UnitPostings.Build(entries, planned, catalogue.Table.Units.Length), pairs);
    }

    /// <summary>The index of a catalogue that differs in one qualification: the others keep their plans and what is known of them.</summary>
    public RouteIndex With(CompiledCatalogue changed, string number)
    {
        var (was, now) = (Catalogue.PlaceOf(number), changed.PlaceOf(number));
        if (was < 0 && now < 0)
        {
            return new RouteIndex(changed, Entries, Scratch, ByScratch, TouchedByAny, postings, Pairs);
        }

        var rule = now < 0 ? null : changed.Rules[now];
        var planned = rule is not null && IsRanked(rule) ? PlannedRule.Of(changed.Table, rule, new PlanScratch()) : null;
        var (place, by) = (Math.Max(was, now), (now < 0 ? 0 : 1) - (was < 0 ? 0 : 1));
        RouteEntry[] added = rule is null ? [] : [new RouteEntry(rule, planned, Pairs.NewOwner())];
        var entries = Exchanged(Entries, place, was < 0 ? 0 : 1, added);
        var scratch = Exchanged(Scratch, place, was < 0 ? 0 : 1, Array.ConvertAll(added, entry => entry.Scratch));
        var kept = was < 0 ? postings : postings.With(place, Entries[place].TouchingUnits(), RuleTraits.None, []);
        kept = by == 0 ? kept : kept.Moved(place, by);
        return new RouteIndex(
            changed, entries, scratch,
            by == 0 ? Reordered(ByScratch, scratch, place) : InOrder(scratch),
            [.. TouchedByAny.Where(other => other != was).Select(other => other < place ? other : other + by)
                .Concat(planned is not null && rule!.HasOtherCredit ? [place] : []).Order()], // What was planned has a rule.
            planned is null ? kept : kept.With(place, [], added[0].Traits, planned.Worth),
            Pairs);
    }

    private static T[] Exchanged<T>(T[] all, int at, int removed, ReadOnlySpan<T> added)
    {
        var exchanged = new T[all.Length - removed + added.Length];
        all.AsSpan(0, at).CopyTo(exchanged);
        added.CopyTo(exchanged.AsSpan(at));
        all.AsSpan(at + removed).CopyTo(exchanged.AsSpan(at + added.Length));
        return exchanged;
    }

    private static int[] InOrder(int[] scratch)
    {
        var reachable = scratch.Count(remaining => remaining < PlanEvaluator.Unreachable);
        var (keys, order) = (new long[reachable], new int[reachable]);
        for (var (place, to) = (0, 0); place < scratch.Length; place++)
        {
            if (scratch[place] < PlanEvaluator.Unreachable)
            {
                (keys[to], order[to++]) = (KeyOf(place, scratch), place);
            }
        }

        Array.Sort(keys, order);
        return order;
    }

    /// <summary>The order when one place has another value.</summary>
    private static int[] Reordered(int[] order, int[] scratch, int place)
    {
        var reordered = new List<int>(order.Length + 1);
        var isPlaced = scratch[place] >= PlanEvaluator.Unreachable;
        foreach (var other in order)
        {
            if (!isPlaced && KeyOf(place, scratch) < KeyOf(other, scratch))
            {
                reordered.Add(place);
                isPlaced = true;
            }

            if (other != place)
            {
                reordered.Add(other);
            }
        }

        return isPlaced ? [.. reordered] : [.. reordered, place];
    }

    private static long KeyOf(int place, int[] scratch) => (long)scratch[place] << 32 | (uint)place;

    private static bool IsRanked(LazyRule rule) => rule.Qualification.Rule.Completeness is RuleCompleteness.Complete;
}
