using Plr.Domain.Combination;

namespace Plr.Rules.Layouts;

/// <summary>A node of a rule laid out flat: parents before children, so that what is below a node is the nodes and slots right after it.</summary>
internal struct LayoutNode
{
    public required RuleNode Source;

    /// <summary>The node above; -1 for the top of a tree.</summary>
    public required int Parent;

    /// <summary>0 for the root tree, 1 and up for overlays.</summary>
    public required int Tree;

    public required LayoutKind Kind;

    /// <summary>The first slot of this node; its own slots come first, then those of nodes below.</summary>
    public required int FirstSlot;

    public int OwnSlots;

    /// <summary>One past the last slot here or below.</summary>
    public int EndSlot;

    /// <summary>One past the last node below.</summary>
    public int EndNode;

    public int FirstBound;
    public int EndBound;

    /// <summary>Least credits, 0 for none.</summary>
    public int Min;

    /// <summary>Most credits, <see cref="int.MaxValue"/> for any.</summary>
    public int Max;

    /// <summary>Of a pool: least and most units.</summary>
    public int MinUnits;
    public int MaxUnits;

    /// <summary>The most that nodes above see of the credits; <see cref="int.MaxValue"/> for all of them.</summary>
    public int Clip;

    /// <summary>Of a choose: how many children are active.</summary>
    public int MinActive;
    public int MaxActive;

    /// <summary>
    /// Whether sums of credits have to be known exactly, since a maximum here or above looks at them. Otherwise "at least so many" is enough.
    /// </summary>
    public bool IsExact;

    /// <summary>The largest sum that makes a difference.</summary>
    public int Cap;

    /// <summary>Whether the node is active in every allocation.</summary>
    public bool IsAlwaysActive;

    /// <summary>Of a node of an overlay: whether a unit is listed more than once here and below.</summary>
    public bool ListsTwice;

    /// <summary>The level that its first bound with one asks for; <see cref="NoLevel"/> if none does.</summary>
    public required int Level;

    public const int NoLevel = int.MinValue;
}

/// <summary>The kinds of nodes.</summary>
internal enum LayoutKind : byte
{
    All,
    Pool,
    Group,
    Choose,
}
