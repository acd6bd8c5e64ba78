using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Routes;

/// <summary>All qualifications of a catalogue, with each unit's worth in each: built once, then immutable.</summary>
internal sealed class RouteIndex
{
    /// <summary>A remaining value that was not computed beforehand.</summary>
    public const int Unknown = -1;

    private readonly Posting[] postings;
    private readonly int[] firstPosting;

    private RouteIndex(CompiledCatalogue catalogue, RouteEntry[] entries, Posting[] postings, int[] firstPosting)
    {
        (Catalogue, Entries, this.postings, this.firstPosting) = (catalogue, entries, postings, firstPosting);
        ByScratch = [.. Enumerable.Range(0, entries.Length).Where(index => entries[index].Scratch < PlanEvaluator.Unreachable)
            .OrderBy(index => entries[index].Scratch).ThenBy(index => index)];
        TouchedByAny = [.. Enumerable.Range(0, entries.Length).Where(index => entries[index].Rule.HasOtherCredit)];
        CreditsOf = [.. catalogue.Table.Units.Select(unit => unit.Credits)];
    }

    public CompiledCatalogue Catalogue { get; }

    /// <summary>Qualifications with whole rules, by number.</summary>
    public RouteEntry[] Entries { get; }

    /// <summary>Those that can be reached from nothing, by remaining credits, then number.</summary>
    public int[] ByScratch { get; }

    /// <summary>Those with other credit: any unit may touch them, so they have no postings and always need the general search.</summary>
    public int[] TouchedByAny { get; }

    /// <summary>Credits by unit number.</summary>
    public int[] CreditsOf { get; }

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
        var rules = catalogue.Rules.Where(rule => rule.Qualification.Rule.Completeness is RuleCompleteness.Complete)
            .OrderBy(rule => rule.Number, StringComparer.Ordinal).ToArray();
        var distinct = rules.Select(rule => rule.Qualification.Rule).Distinct<RuleOfCombination>(ReferenceEqualityComparer.Instance).ToArray();
        var order = distinct.Index().ToDictionary<(int Index, RuleOfCombination Item), RuleOfCombination, int>(
            rule => rule.Item, rule => rule.Index, ReferenceEqualityComparer.Instance);
        var first = new LazyRule[distinct.Length];
        foreach (var rule in rules)
        {
            first[order[rule.Qualification.Rule]] ??= rule;
        }

        var made = new (RoutePlan? Plan, int Scratch, (int Unit, short Bit, int Alone)[] Worth)[distinct.Length];
        Parallel.For(0, distinct.Length, index => made[index] = Worth(catalogue, first[index]));
        var entries = new RouteEntry[rules.Length];
        var counts = new int[catalogue.Table.Units.Length + 1];
        foreach (var (index, rule) in rules.Index())
        {
            var (plan, scratch, worth) = made[order[rule.Qualification.Rule]];
            entries[index] = new RouteEntry(rule, plan, scratch);
            foreach (var (unit, _, _) in worth)
            {
                counts[unit + 1]++;
            }
        }

        return new RouteIndex(catalogue, entries, Fill(rules, made, order, counts), counts);
    }

    private static Posting[] Fill(
        LazyRule[] rules, (RoutePlan? Plan, int Scratch, (int Unit, short Bit, int Alone)[] Worth)[] made,
        Dictionary<RuleOfCombination, int> order, int[] counts)
    {
        for (var unit = 1; unit < counts.Length; unit++)
        {
            counts[unit] += counts[unit - 1];
        }

        var next = counts.ToArray();
        var postings = new Posting[counts[^1]];
        foreach (var (index, rule) in rules.Index())
        {
            foreach (var (unit, bit, alone) in made[order[rule.Qualification.Rule]].Worth)
            {
                postings[next[unit]++] = new Posting(index, bit, alone);
            }
        }

        return postings;
    }

    private static (RoutePlan? Plan, int Scratch, (int Unit, short Bit, int Alone)[] Worth) Worth(CompiledCatalogue catalogue, LazyRule rule)
    {
        var plan = RoutePlanCompiler.Compile(catalogue.Table, rule.Qualification.Rule);
        var scratch = plan is null ? PlanEvaluator.NeedsSearch : PlanEvaluator.Remaining(plan, 0);
        if (plan is null || scratch == PlanEvaluator.NeedsSearch)
        {
            var (program, _, found) = RuleSearch.Run(catalogue.Table, rule, [], DateOnly.MinValue, EvaluationOptions.Default.MaxStates);
            scratch = found.Ending == SearchEnding.Infeasible ? PlanEvaluator.Unreachable : RemainingWork.Unpack(Math.Min(found.Cost, found.Lower)).Credits;
            return rule.HasOtherCredit ? (plan, scratch, []) : (plan, scratch, [.. program.Units.Select((unit, local) => (unit, Bit: (short)(plan is null ? -1 : -2), Alone: Unknown)).Where((_, local) => program.RootSlots[local].Length > 0)]);
        }

        var units = plan.Units.Distinct().ToArray();
        var worth = new (int Unit, short Bit, int Alone)[units.Length];
        foreach (var (index, unit) in units.Index())
        {
            var bits = plan.BitsOf(unit);
            var alone = PlanEvaluator.Remaining(plan, bits);
            worth[index] = (unit, (short)(UInt128.PopCount(bits) == 1 ? (int)UInt128.TrailingZeroCount(bits) : -2), alone);
        }

        return (plan, scratch, worth);
    }
}
