using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.OtherCredit;

/// <summary>The units of a catalogue as groups of other credit ask for them, so that no question goes through all of them.</summary>
/// <remarks>A shelf is made when a filter is first met and kept: a catalogue has few filters. Safe for any number of threads.</remarks>
internal sealed class UnitShelves
{
    private readonly CatalogueUnit[] units;
    private readonly Lazy<int[]> ordered;
    private readonly ConcurrentDictionary<(int? MinLevel, int? MaxLevel, string Sectors), UnitShelf> shelves = [];

    public UnitShelves(CatalogueUnit[] units)
    {
        this.units = units;
        ordered = new Lazy<int[]>(Ordered);
    }

    /// <summary>The units on offer that pass the filter of a group.</summary>
    public UnitShelf For(RuleNode.OtherCredit group) =>
        shelves.GetOrAdd((group.MinLevel, group.MaxLevel, string.Join('\n', group.Sectors.Order(StringComparer.Ordinal))), _ => Make(group));

    private UnitShelf Make(RuleNode.OtherCredit group) =>
        new(ordered.Value.Where(unit => group.Passes(units[unit])).Select(unit => (units[unit].Credits, units[unit].Level, unit)));

    private int[] Ordered() =>
    [
        .. Enumerable.Range(0, units.Length).Where(unit => units[unit].IsAvailable)
            .OrderBy(unit => units[unit].GuidedLearningHours).ThenBy(unit => units[unit].Key),
    ];
}
