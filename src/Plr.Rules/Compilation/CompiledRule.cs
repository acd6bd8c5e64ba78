using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>A rule as a program of steps over a vector of sums (lanes) and flags. Immutable once compiled.</summary>
internal sealed class CompiledRule
{
    public required string Number { get; init; }

    public required RuleOfCombination Source { get; init; }

    /// <summary>The rule's units: their numbers in the catalogue, by number within the rule.</summary>
    public required int[] Units { get; init; }

    /// <summary>The facts of the rule's units, by number within the rule.</summary>
    public required CatalogueUnit[] Facts { get; init; }

    public required CompiledNode[] Nodes { get; init; }

    public required Constraint[] Constraints { get; init; }

    public required Slot[] Slots { get; init; }

    public required ProgramStep[] Steps { get; init; }

    public required CompiledBar[] Bars { get; init; }

    public required CompiledDependency[] Dependencies { get; init; }

    /// <summary>Slots of each unit: in the root tree.</summary>
    public required int[][] RootSlots { get; init; }

    /// <summary>Slots of each unit in each overlay, by overlay from 0.</summary>
    public required int[][][] OverlaySlots { get; init; }

    /// <summary>The number of lanes before those that hold flags.</summary>
    public required int LaneCount { get; init; }

    /// <summary>Flags the rule itself needs; a learner's shared achievements add more.</summary>
    public required int FlagCount { get; init; }

    /// <summary>For a unit listed more than once in the root tree, the flag that it is counted; else -1.</summary>
    public required int[] UsedFlag { get; init; }

    /// <summary>Bars of each unit.</summary>
    public required int[][] BarsOf { get; init; }

    /// <summary>Months of the tightest age limit of each catalogue unit that has one of its own.</summary>
    public required IReadOnlyDictionary<int, int> MonthsOf { get; init; }

    public required IReadOnlySet<string> ExcludeUsedIn { get; init; }

    /// <summary>The steps between which a flag matters: set at the first at the earliest, forgotten after the last.</summary>
    public required Dictionary<int, (int From, int To)> FlagLife { get; init; }

    /// <summary>Constraints that a slot adds to itself (what it adds through a clip above is not among them).</summary>
    public required int[][] SlotDirect { get; init; }

    /// <summary>All constraints above a slot.</summary>
    public required int[][] SlotAbove { get; init; }

    /// <summary>Lane of the nearest clip above a slot, or -1.</summary>
    public required int[] SlotClipLane { get; init; }

    /// <summary>Lanes that a closing node adds its clipped value to.</summary>
    public required int[][] CloseTargets { get; init; }

    /// <summary>Constraints that are open at a step: those of nodes around it, and those of overlays.</summary>
    public required int[][] OpenConstraints { get; init; }

    /// <summary>Constraints of overlays.</summary>
    public required int[] OverlayConstraints { get; init; }

    /// <summary>Number within the rule of a catalogue unit.</summary>
    public required Dictionary<int, int> LocalOf { get; init; }

    /// <summary>Whether some filter looks at where credit comes from.</summary>
    public required bool SourcesMatter { get; init; }

    /// <summary>The numbers of months within which groups of other credit want achievements, once each.</summary>
    public required int[] AgeLimits { get; init; }

    public int Measure(int unit, BoundMeasure measure) => measure switch
    {
        BoundMeasure.Credits => Facts[unit].Credits,
        BoundMeasure.Units => 1,
        _ => Facts[unit].GuidedLearningHours,
    };
}

/// <summary>A set of which at most some are counted, its counter's lane and the steps that touch it.</summary>
internal sealed record CompiledBar(int[] Units, int Max, int Lane, int[] Steps);

/// <summary>If one unit is counted, one of others is: with the flags that remember it.</summary>
internal sealed record CompiledDependency(int If, int[] AnyOf, int NeedFlag, int HaveFlag, int LastAnyOfStep);
