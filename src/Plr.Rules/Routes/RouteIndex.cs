using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>All qualifications of a catalogue, with each unit's worth in each: built once, then immutable.</summary>
internal sealed class RouteIndex
{
    /// <summary>A remaining value that was not computed beforehand.</summary>
    public const int Unknown = -1;

    private const int Gone = -1;

    private readonly Posting[] postings;
    private readonly int[] firstPosting;

    private RouteIndex(CompiledCatalogue catalogue, RouteEntry[] entries, Posting[] postings, int[] firstPosting)
    {
        (Catalogue, Entries, this.postings, this.firstPosting) = (catalogue, entries, postings, firstPosting);
        ByScratch = [.. Enumerable.Range(0, entries.Length).Where(index => entries[index].Scratch < PlanEvaluator.Unreachable)];
        Array.Sort(Array.ConvertAll(ByScratch, index => (long)entries[index].Scratch << 32 | (uint)index), ByScratch);
        TouchedByAny = [.. Enumerable.Range(0, entries.Length).Where(index => entries[index].Rule.HasOtherCredit)];
    }

    public CompiledCatalogue Catalogue { get; }

    /// <summary>Qualifications with whole rules, by number.</summary>
    public RouteEntry[] Entries { get; }

    /// <summary>Those that can be reached from nothing, by remaining credits, then number.</summary>
    public int[] ByScratch { get; }

    /// <summary>Those with other credit: any unit may touch them, so they have no postings and always need the general search.</summary>
    public int[] TouchedByAny { get; }

    /// <summary>Where a unit is listed.</summary>
    public ReadOnlySpan<Posting> PostingsOf(int unit) => postings.AsSpan(firstPosting[unit]..firstPosting[unit + 1]);

    /// <summary>The place of a qualification, or -1.</summary>
    public int PlaceOf(string number)
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

        return -1;
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
        return new RouteIndex(
            catalogue, [.. rules.Select((rule, index) => new RouteEntry(rule, planned[index]))],
            Fill(planned, catalogue.Table.Units.Length, out var firstPosting), firstPosting);
    }

    /// <summary>The index of a catalogue that differs in some qualifications only: the others keep their plans and what is known of them.</summary>
    public RouteIndex With(CompiledCatalogue changed, IReadOnlySet<string> numbers)
    {
        var scratch = new PlanScratch();
        var rules = changed.Rules.Where(IsRanked).Where(rule => numbers.Contains(rule.Number)).OrderBy(rule => rule.Number, StringComparer.Ordinal).ToArray();
        var made = rules.Select(rule => PlannedRule.Of(changed.Table, rule, scratch)).ToArray();
        return Merge(changed, numbers, [.. rules.Select((rule, index) => (new RouteEntry(rule, made[index]), made[index].Worth))]);
    }

    private RouteIndex Merge(CompiledCatalogue changed, IReadOnlySet<string> numbers, (RouteEntry Entry, PlannedUnit[] Worth)[] added)
    {
        var entries = new List<RouteEntry>(Entries.Length + added.Length);
        var newPlace = new int[Entries.Length];
        var addedPlace = new int[added.Length];
        var next = 0;
        void AddBefore(string? number)
        {
            for (; next < added.Length && (number is null || string.CompareOrdinal(added[next].Entry.Number, number) < 0); next++)
            {
                addedPlace[next] = entries.Count;
                entries.Add(added[next].Entry);
            }
        }

        for (var place = 0; place < Entries.Length; place++)
        {
            AddBefore(Entries[place].Number);
            newPlace[place] = numbers.Contains(Entries[place].Number) ? Gone : entries.Count;
            if (newPlace[place] != Gone)
            {
                entries.Add(Entries[place]);
            }
        }

        AddBefore(null);
        return new RouteIndex(changed, [.. entries], MergePostings(newPlace, added, addedPlace, out var first), first);
    }

    private Posting[] MergePostings(int[] newPlace, (RouteEntry Entry, PlannedUnit[] Worth)[] added, int[] addedPlace, out int[] first)
    {
        var more = added.SelectMany((rule, index) => rule.Worth.Select(worth => (worth.Unit, Posting: new Posting(addedPlace[index], worth.Bit, worth.Alone))))
            .OrderBy(posting => posting.Unit).ToArray();
        first = new int[firstPosting.Length];
        var merged = new List<Posting>(postings.Length + more.Length);
        var next = 0;
        for (var unit = 0; unit + 1 < firstPosting.Length; unit++)
        {
            first[unit] = merged.Count;
            foreach (ref readonly var posting in PostingsOf(unit))
            {
                if (newPlace[posting.Qualification] is not Gone and var place)
                {
                    merged.Add(posting with { Qualification = place });
                }
            }

            for (; next < more.Length && more[next].Unit == unit; next++)
            {
                merged.Add(more[next].Posting);
            }
        }

        first[^1] = merged.Count;
        return [.. merged];
    }

    private static bool IsRanked(LazyRule rule) => rule.Qualification.Rule.Completeness is RuleCompleteness.Complete;

    private static Posting[] Fill(PlannedRule[] planned, int units, out int[] first)
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
                postings[next[unit]++] = new Posting(index, bit, alone);
            }
        }

        return postings;
    }
}
