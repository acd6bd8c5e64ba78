namespace Plr.Rules.Routes.Plans;

/// <summary>One way to choose pathways.</summary>
internal sealed class PlanVariant
{
    /// <summary>The tree that is left, children before parents.</summary>
    public required PlanNode[] Nodes { get; init; }

    /// <summary>Ways to keep bars, double listings and dependencies; a single empty one if there are none.</summary>
    public required PlanWay[] Ways { get; init; }

    /// <summary>The bounds that look at some of the units only, or at other measures than the tree adds up.</summary>
    public required PlanLane[] Lanes { get; init; }

    /// <summary>The only lane, if it is a plain minimum of credits: the usual "so many credits at this level".</summary>
    public PlanLane? Floor { get; init; }

    /// <summary>Values a node's table has: all that some bound or clip can tell apart.</summary>
    public required int Width { get; init; }

    /// <summary>Whether a node clips: then what nodes see is not what is paid for.</summary>
    public required bool HasClips { get; init; }
}

/// <summary>One way to keep the conditions between units.</summary>
/// <param name="Left">Listings that stay empty.</param>
/// <param name="Taken">Listings that are filled.</param>
internal readonly record struct PlanWay(UInt128 Left, UInt128 Taken);
