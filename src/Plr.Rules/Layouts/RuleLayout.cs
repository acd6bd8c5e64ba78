using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Layouts;

/// <summary>A rule laid out flat: what evaluation and explanation read. Small, and immutable once compiled.</summary>
internal sealed class RuleLayout
{
    public const int AllSources = 0b11111;

    public required string Number { get; init; }

    public required RuleOfCombination Source { get; init; }

    /// <summary>Reasons why no number may be computed; empty if the rule is whole.</summary>
    public required IReadOnlyList<string> Incomplete { get; init; }

    /// <summary>The slots of the root tree, then those of the overlays.</summary>
    public required LayoutSlot[] Slots { get; init; }

    public required int RootSlots { get; init; }

    public required LayoutNode[] Nodes { get; init; }

    /// <summary>Bounds by node.</summary>
    public required LayoutBound[] Bounds { get; init; }

    /// <summary>Bounds of the root tree that the tables of costs don't hold.</summary>
    public required LayoutBound[] SideBounds { get; init; }

    public required LayoutBar[] Bars { get; init; }

    public required LayoutDependency[] Dependencies { get; init; }

    /// <summary>The level of the level minimum that the tables hold.</summary>
    public required int Level { get; init; }

    /// <summary>Least credits at or above that level; 0 for none.</summary>
    public required int LevelMin { get; init; }

    /// <summary>Whether a unit is listed more than once in the root tree.</summary>
    public required bool HasDoubles { get; init; }

    /// <summary>Whether something clips in the root tree, and in overlays.</summary>
    public required bool HasClips { get; init; }

    public required bool HasOverlayClips { get; init; }

    /// <summary>Months of the age limits of units, by the unit's number in the catalogue; a unit may be there more than once.</summary>
    public required (int Unit, int Months)[] UnitAges { get; init; }

    /// <summary>Whether numbers are small enough for tables of packed costs.</summary>
    public required bool FitsTables { get; init; }

    public required int HourBits { get; init; }

    public required int UnitBits { get; init; }

    /// <summary>Slots by a hash of their unit, plus one; 0 is empty.</summary>
    public required short[] Places { get; init; }

    /// <summary>Whether ages or other uses may make an achievement void.</summary>
    public bool HasConditions => Source.MaxAgeMonths is not null || UnitAges.Length > 0 || Source.ExcludeUsedIn.Count > 0;

    public bool HasOverlays => Nodes[^1].Tree > 0;

    /// <summary>The first slot of a unit in the root tree, or -1.</summary>
    public int SlotOf(int unit)
    {
        var mask = Places.Length - 1;
        for (var at = Hash(unit) & mask; Places[at] != 0; at = at + 1 & mask)
        {
            if (Slots[Places[at] - 1].Unit == unit)
            {
                return Places[at] - 1;
            }
        }

        return -1;
    }

    public static int Hash(int unit) => unchecked((int)((uint)unit * 0x9E3779B1u >> 12));

    /// <summary>Reads a packed cost.</summary>
    public RemainingWork Unpack(uint cost) => new(
        (int)(cost >> HourBits + UnitBits), (int)(cost >> HourBits & (1u << UnitBits) - 1), (int)(cost & (1u << HourBits) - 1));

    /// <summary>The packed cost of so many credits, without units and hours.</summary>
    public long Packed(int credits) => (long)credits << HourBits + UnitBits;

    /// <summary>The credits of a packed cost.</summary>
    public int CreditsOf(uint cost) => (int)(cost >> HourBits + UnitBits);
}

/// <summary>Units, by first slot, of which at most some are counted.</summary>
internal sealed record LayoutBar(int[] Units, int Max);

/// <summary>If one unit is counted, one of others is; by first slot.</summary>
internal sealed record LayoutDependency(int If, int[] AnyOf);
