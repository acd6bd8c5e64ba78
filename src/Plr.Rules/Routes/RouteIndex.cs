using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>All qualifications of a catalogue, with each unit's worth in each: built once, then immutable.</summary>
internal sealed class RouteIndex
{
    /// <summary>A remaining value that was not computed beforehand.</summary>
    public const int Unknown = -1;

    private readonly Posting[] postings;
    private readonly int[] firstPosting;

    private RouteIndex(CompiledCatalogue catalogue, RouteEntry[] entries, int[] scratch, Posting[] postings, int[] firstPosting)
    {
        (Catalogue, Entries, Scratch, this.postings, this.firstPosting) = (catalogue, entries, scratch, postings, firstPosting);
        ByScratch = InOrder(scratch);
        TouchedByAny = [.. Enumerable.Range(0, entries.Length).Where(index => entries[index].Rule.HasOtherCredit)];
    }

    public CompiledCatalogue Catalogue { get; }

    /// <summary>Qualifications with whole rules, by number.</summary>
    public RouteEntry[] Entries { get; }

    /// <summary>What remains of each from scratch: beside the entries, since a ranking looks at many.</summary>
    public int[] Scratch { get; }

    /// <summary>Those that can be reached from nothing, by remaining credits, then number.</summary>
    public int[] ByScratch { get; }

    /// <summary>Those with other credit: any unit may touch them, so they have no postings and always need the general search.</summary>
    public int[] TouchedByAny { get; }

    /// <summary>What pairs of units are worth, as far as somebody asked.</summary>
    public PairValues Pairs { get; } = new();

    /// <summary>Where a unit is listed.</summary>
    public ReadOnlySpan<Posting> PostingsOf(int unit) => postings.AsSpan(firstPosting[unit]..firstPosting[unit + 1]);

    /// <summary>The place of a qualification, or -1.</summary>
    public int PlaceOf(string number) => Math.Max(-1, SearchPlace(number));

    /// <summary>The place of a qualification; if it has none, the complement of the one it would have.</summary>
    private int SearchPlace(string number)
    {
        var (low, high) = (0, Entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(Entries[middle].Number, number))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }

    /// <summary>Builds the index on all cores. Equal rules are planned once.</summary>
    public static RouteIndex Build(CompiledCatalogue catalogue)
    {
        var rules = catalogue.Rules.Where(IsRanked).OrderBy(rule => rule.Number, StringComparer.Ordinal).ToArray();
        var distinct = rules.Select(rule => rule.Qualification.Rule).Distinct<RuleOfCombination>(ReferenceEqualityComparer.Instance).ToArray();
        var order = distinct.Index().ToDictionary<(int Index, RuleOfCombination Item), RuleOfCombination, int>(
            rule => rule.Item, rule => rule.Index, ReferenceEqualityComparer.Instance);
        var first = new LazyRule[distinct.Length];
        foreach (var rule in rules)
        {
            first[order[rule.Qualification.Rule]] ??= rule;
        }

        var made = new PlannedRule[distinct.Length];
        Parallel.For(0, distinct.Length, () => new PlanScratch(), (index, _, scratch) =>
        {
            made[index] = PlannedRule.Of(catalogue.Table, first[index], scratch);
            return scratch;
        }, _ => { });
        var planned = rules.Select(rule => made[order[rule.Qualification.Rule]]).ToArray();
        RouteEntry[] entries = [.. rules.Select((rule, index) => new RouteEntry(rule, planned[index]))];
        return new RouteIndex(catalogue, entries, [.. entries.Select(entry => entry.Scratch)], Fill(entries, planned, catalogue.Table.Units.Length, out var firstPosting), firstPosting);
    }

    /// <summary>The index of a catalogue that differs in one qualification: the others keep their plans and what is known of them.</summary>
    public RouteIndex With(CompiledCatalogue changed, string number)
    {
        var rule = changed.Find(number) is { } found && IsRanked(found) ? found : null;
        var planned = rule is null ? null : PlannedRule.Of(changed.Table, rule, new PlanScratch());
        var place = SearchPlace(number);
        var (at, removed) = place >= 0 ? (place, 1) : (~place, 0);
        var entry = rule is null || planned is null ? null : new RouteEntry(rule, planned);
        return new RouteIndex(
            changed,
            Exchanged(Entries, at, removed, entry is null ? [] : [entry]),
            Exchanged(Scratch, at, removed, planned is null ? [] : [planned.Scratch]),
            Exchanged(at, removed, entry?.Traits ?? RuleTraits.None, planned?.Worth, out var first), first);
    }

    private static T[] Exchanged<T>(T[] all, int at, int removed, ReadOnlySpan<T> added)
    {
        var exchanged = new T[all.Length - removed + added.Length];
        all.AsSpan(0, at).CopyTo(exchanged);
        added.CopyTo(exchanged.AsSpan(at));
        all.AsSpan(at + removed).CopyTo(exchanged.AsSpan(at + added.Length));
        return exchanged;
    }

    /// <summary>The postings without those of a place that was there, and with those of one that is there now.</summary>
    private Posting[] Exchanged(int at, int removed, RuleTraits traits, PlannedUnit[]? worth, out int[] first)
    {
        var added = worth ?? [];
        Array.Sort(added, (one, other) => one.Unit.CompareTo(other.Unit));
        var (shift, gone) = ((worth is null ? 0 : 1) - removed, 0);
        for (var posting = 0; removed > 0 && posting < postings.Length; posting++)
        {
            gone += postings[posting].Qualification == at ? 1 : 0;
        }

        var exchanged = new Posting[postings.Length - gone + added.Length];
        first = new int[firstPosting.Length];
        var (to, next) = (0, 0);
        for (var unit = 0; unit + 1 < firstPosting.Length; unit++)
        {
            first[unit] = to;
            foreach (ref readonly var posting in PostingsOf(unit))
            {
                if (posting.Qualification < at)
                {
                    exchanged[to++] = posting;
                }
                else if (posting.Qualification >= at + removed)
                {
                    exchanged[to++] = posting with { Qualification = posting.Qualification + shift };
                }
            }

            for (; next < added.Length && added[next].Unit == unit; next++)
            {
                exchanged[to++] = new Posting(at, added[next].Bit, traits, added[next].Alone);
            }
        }

        first[^1] = to;
        return exchanged;
    }

    private static int[] InOrder(int[] scratch)
    {
        var reachable = scratch.Count(remaining => remaining < PlanEvaluator.Unreachable);
        var (keys, order) = (new long[reachable], new int[reachable]);
        for (var (index, to) = (0, 0); index < scratch.Length; index++)
        {
            if (scratch[index] < PlanEvaluator.Unreachable)
            {
                (keys[to], order[to++]) = ((long)scratch[index] << 32 | (uint)index, index);
            }
        }

        Array.Sort(keys, order);
        return order;
    }

    private static bool IsRanked(LazyRule rule) => rule.Qualification.Rule.Completeness is RuleCompleteness.Complete;

    private static Posting[] Fill(RouteEntry[] entries, PlannedRule[] planned, int units, out int[] first)
    {
        first = new int[units + 1];
        foreach (var worth in planned.SelectMany(rule => rule.Worth))
        {
            first[worth.Unit + 1]++;
        }

        for (var unit = 1; unit < first.Length; unit++)
        {
            first[unit] += first[unit - 1];
        }

        var next = first.ToArray();
        var postings = new Posting[first[^1]];
        foreach (var (index, rule) in planned.Index())
        {
            foreach (var (unit, bit, alone) in rule.Worth)
            {
                postings[next[unit]++] = new Posting(index, bit, entries[index].Traits, alone);
            }
        }

        return postings;
    }
}
