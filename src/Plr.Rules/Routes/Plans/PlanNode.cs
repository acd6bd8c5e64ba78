namespace Plr.Rules.Routes.Plans;

/// <summary>A node of a plan, children before parents. A nation has a quarter of a million: the order of its parts saves a quarter of their size.</summary>
/// <param name="Members">Units listed directly.</param>
/// <param name="Kind">Mandatory units, a pool, or a group of the nodes that came just before.</param>
/// <param name="IsCapped">Whether a maximum here or above sees all of its credits, so that too many can't be taken for enough.</param>
/// <param name="Children">How many results it takes from the stack.</param>
/// <param name="Min">Least credits, 0 for none.</param>
/// <param name="Max">Most credits, <see cref="int.MaxValue"/> for any.</param>
/// <param name="MinUnits">Of a pool, least units.</param>
/// <param name="MaxUnits">Of a pool, most units.</param>
/// <param name="Clip">Most credits that nodes above see, <see cref="int.MaxValue"/> for all of them.</param>
internal readonly record struct PlanNode(
    UInt128 Members, PlanNodeKind Kind, bool IsCapped, int Children, int Min, int Max, int MinUnits, int MaxUnits, int Clip)
{
    /// <summary>Whether it has units and no bound of its own.</summary>
    public bool IsFree => Kind != PlanNodeKind.Group && Min == 0 && Max == int.MaxValue && Clip == int.MaxValue && !CountsUnits;

    public bool CountsUnits => MinUnits > 0 || MaxUnits != int.MaxValue;
}

/// <summary>The kinds of plan nodes.</summary>
internal enum PlanNodeKind : byte
{
    All,
    Pool,
    Group,
}
