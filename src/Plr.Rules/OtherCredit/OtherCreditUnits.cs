using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.OtherCredit;

/// <summary>For one learner, the units that a rule's groups of other credit have to list so that a best allocation is among those listed.</summary>
/// <remarks>
/// Any unit that passes may fill a slot there. All are listed that can be told apart: those that the learner's achievements count as, and
/// those that bars, requirements, filters or overlays name. Of all others only freshness, credits, level and hours can matter, so that one
/// may stand for another with no fewer hours: as many of each kind as can be needed are listed, those with the fewest hours first. Units
/// that other groups list may be used up there; they come along in their order, but are not relied on.
/// </remarks>
internal sealed class OtherCreditUnits
{
    private readonly UnitTable table;
    private readonly FreshNeeds needs;
    private readonly Func<CatalogueUnit, int> limit;
    private readonly HashSet<int> named;
    private readonly HashSet<int> achieved;
    private readonly HashSet<int> listed;
    private readonly Dictionary<RuleNode, IReadOnlyList<UnitKey>> byGroup = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FreshKind, (CatalogueUnit Unit, int Limit)> cutShort = [];
    private readonly long largestDenominator;
    private int count;
    private long credits;
    private long hours;

    private OtherCreditUnits(UnitTable table, RuleOfCombination rule, FreshNeeds needs, HashSet<int> achieved, Func<CatalogueUnit, int> limit)
    {
        (this.table, this.needs, this.achieved, this.limit) = (table, needs, achieved, limit);
        named = Numbers(Named(rule));
        listed = Numbers(Listed(rule.Root));
        largestDenominator = rule.Overlays.Prepend(rule.Root).SelectMany(Bounds).Max(bound => (long?)bound.MinShare?.Denominator) ?? 1;
        foreach (var unit in listed)
        {
            Fits(unit);
        }

        foreach (var group in OtherCreditFilter.OtherCreditOf(rule.Root))
        {
            List(group);
        }

        // An overlay is filled by what the root counts, so by nothing else.
        var counted = Listed(rule.Root).Concat(byGroup.Values.SelectMany(units => units)).Distinct().ToList();
        foreach (var group in rule.Overlays.SelectMany(OtherCreditFilter.OtherCreditOf))
        {
            byGroup[group] = [.. counted.Where(unit => group.Passes(table.Units[table.NumberOf(unit)]))];
        }
    }

    /// <summary>The units of each group, by reference.</summary>
    public IReadOnlyDictionary<RuleNode, IReadOnlyList<UnitKey>> ByGroup => byGroup;

    /// <summary>Whether some were left out because a rule may not list so many, or so large ones: then an answer is an upper bound only.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>One unit of each kind of which not all are listed, and how many are.</summary>
    public IEnumerable<(CatalogueUnit Unit, int Limit)> CutShort => cutShort.Values;

    /// <summary>Lists the units.</summary>
    /// <param name="limit">How many units like one are enough.</param>
    public static OtherCreditUnits Choose(UnitTable table, RuleOfCombination rule, FreshNeeds needs, HashSet<int> achieved, Func<CatalogueUnit, int> limit) =>
        new(table, rule, needs, achieved, limit);

    private void List(RuleNode.OtherCredit group)
    {
        var units = named.Union(achieved).Where(unit => group.Passes(table.Units[unit])).ToList();
        var shelf = table.Shelves.For(group);
        foreach (var alike in shelf.Boards.GroupBy(board => (board.Credits, Band: needs.BandOf(board.Level))))
        {
            units.AddRange(Fresh([.. alike.Select(shelf.Of)]));
        }

        byGroup[group] = [.. units.Where(Fits).Select(unit => table.Units[unit].Key)];
    }

    /// <summary>Counts a unit in; false if the rule would get larger than the validator lets pass.</summary>
    private bool Fits(int unit)
    {
        var (more, longer) = (credits + table.Units[unit].Credits, hours + table.Units[unit].GuidedLearningHours);
        var fits = count < RuleSize.MaxListings && more <= RuleValidator.MaxTotalCredits && longer <= RuleValidator.MaxTotalHours
            && Math.Max(more, longer) * largestDenominator <= 2 * RuleValidator.MaxTotalHours;
        (count, credits, hours) = fits ? (count + 1, more, longer) : (count, credits, hours);
        IsTooLarge |= !fits;
        return fits;
    }

    /// <summary>The first units of some boards, as many of each kind as are enough.</summary>
    private List<int> Fresh(int[][] boards)
    {
        var most = needs.AreKindsPlain ? limit(table.Units[boards[0][0]]) : FreshNeeds.Unlimited;
        var candidates = boards.Length == 1 ? boards[0].AsEnumerable() : boards.SelectMany(board => Beginning(board, most))
            .OrderBy(unit => table.Units[unit].GuidedLearningHours).ThenBy(listed.Contains).ThenBy(unit => table.Units[unit].Key);
        var taken = new Dictionary<FreshKind, int>();
        var units = new List<int>();
        foreach (var unit in candidates.Where(unit => !named.Contains(unit) && !achieved.Contains(unit)))
        {
            var kind = needs.KindOf(table.Units[unit]);
            var (already, enough) = (taken.GetValueOrDefault(kind), needs.AreKindsPlain ? most : limit(table.Units[unit]));
            if (already >= enough)
            {
                cutShort[kind] = (table.Units[unit], enough);
                if (needs.AreKindsPlain)
                {
                    break;
                }

                continue;
            }

            units.Add(unit);
            taken[kind] = already + (listed.Contains(unit) ? 0 : 1);
        }

        return units;
    }

    /// <summary>The units of a board up to the one after so many that no other group lists.</summary>
    private IEnumerable<int> Beginning(int[] board, int most)
    {
        var seen = 0;
        foreach (var unit in board)
        {
            yield return unit;
            seen += listed.Contains(unit) || named.Contains(unit) || achieved.Contains(unit) ? 0 : 1;
            if (seen > most)
            {
                yield break;
            }
        }
    }

    private HashSet<int> Numbers(IEnumerable<UnitKey> keys) => [.. keys.Select(table.NumberOf).Where(unit => unit >= 0)];

    private static IEnumerable<UnitKey> Named(RuleOfCombination rule) =>
        rule.Bars.SelectMany(bar => bar.Units)
            .Concat(rule.Requires.SelectMany(need => need.AnyOf.Prepend(need.If)))
            .Concat(rule.Overlays.SelectMany(Listed))
            .Concat(rule.Overlays.Prepend(rule.Root).SelectMany(Bounds).SelectMany(bound => bound.Units ?? []));

    private static IEnumerable<UnitKey> Listed(RuleNode node) =>
        (node switch { RuleNode.All all => all.Units, RuleNode.Pool pool => pool.Units, _ => [] }).Concat(ChildrenOf(node).SelectMany(Listed));

    private static IEnumerable<Bound> Bounds(RuleNode node) => node.Bounds.Concat(ChildrenOf(node).SelectMany(Bounds));

    private static IReadOnlyList<RuleNode> ChildrenOf(RuleNode node) =>
        node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };
}
