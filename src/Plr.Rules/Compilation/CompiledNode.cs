using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>A node of a compiled rule. Root tree and overlays share one numbering; parents come before children.</summary>
internal sealed class CompiledNode
{
    public required int Index { get; init; }

    /// <summary>The node above, or -1 for the top of a tree.</summary>
    public required int Parent { get; init; }

    /// <summary>0 for the root tree, 1 and up for overlays.</summary>
    public required int Tree { get; init; }

    public required RuleNode Source { get; init; }

    public List<int> Children { get; } = [];

    /// <summary>Slots directly in this node.</summary>
    public List<int> Slots { get; } = [];

    /// <summary>Constraints of this node.</summary>
    public List<int> Constraints { get; } = [];

    public int? Clip { get; init; }

    /// <summary>Lane with the credits seen below a node that clips, or -1.</summary>
    public int ClipLane { get; set; } = -1;

    /// <summary>Lane with the number of active children of a choose in the root tree, or -1.</summary>
    public int CountLane { get; set; } = -1;

    /// <summary>In overlays: the flag that says whether the nearest choice above was taken; -1 if always active.</summary>
    public int ActiveFlag { get; set; } = -1;

    /// <summary>First and last step of this node in the program; overlays have only the last.</summary>
    public int FirstStep { get; set; }

    public int CloseStep { get; set; }

    public int MinActive { get; init; }

    public int MaxActive { get; init; }

    /// <summary>An older achievement does not count in this node; null for any age.</summary>
    public int? WithinMonths => (Source as RuleNode.OtherCredit)?.AchievedWithinMonths;

    public bool IsAll => Source is RuleNode.All;

    public bool IsChoose => Source is RuleNode.Choose;
}
