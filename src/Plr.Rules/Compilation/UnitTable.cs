using Plr.Domain.Combination;
using Plr.Rules.OtherCredit;

namespace Plr.Rules.Compilation;

/// <summary>The units of a catalogue, numbered from 0, and what may count as what.</summary>
internal sealed class UnitTable
{
    /// <summary>More than any rule's credits, by far.</summary>
    public const int WithoutLimit = 1_000_000;

    private readonly UnitNumbers numbers;
    private readonly Dictionary<int, EquivalenceEdge[]> edges;

    public UnitTable(IReadOnlyList<CatalogueUnit> units, IEnumerable<UnitEquivalence> equivalences)
    {
        Units = [.. units];
        SavedAtMost = Array.ConvertAll(Units, unit => unit.IsAvailable ? unit.Credits : WithoutLimit);
        numbers = new UnitNumbers(Units);
        Shelves = new UnitShelves(Units);
        edges = equivalences
            .Where(edge => NumberOf(edge.Achieved) >= 0 && NumberOf(edge.CountsAs) >= 0)
            .GroupBy(edge => NumberOf(edge.Achieved))
            .ToDictionary(group => group.Key, group => group
                .Select(edge => new EquivalenceEdge(NumberOf(edge.CountsAs), edge.Source, edge.Many)).Distinct().ToArray());
    }

    /// <summary>The units, by number.</summary>
    public CatalogueUnit[] Units { get; }

    /// <summary>What an achievement of each can save at most: what taking it costs or, if it can't be taken, <see cref="WithoutLimit"/>.</summary>
    public int[] SavedAtMost { get; }

    /// <summary>The units on offer, as groups of other credit ask for them.</summary>
    public UnitShelves Shelves { get; }

    /// <summary>The number of a unit, or -1.</summary>
    public int NumberOf(UnitKey key) => numbers.Of(key);

    /// <summary>The numbers of some units, or -1.</summary>
    public void NumbersOf(ReadOnlySpan<UnitKey> keys, Span<int> into) => numbers.Of(keys, into);

    /// <summary>The units that an achievement of this one counts as, itself not among them.</summary>
    public ReadOnlySpan<EquivalenceEdge> CountsAs(int unit) => edges.TryGetValue(unit, out var found) ? found : [];
}

/// <summary>An achievement of some unit counts as <paramref name="Unit"/>.</summary>
internal readonly record struct EquivalenceEdge(int Unit, CreditSource? Source, bool Many);
