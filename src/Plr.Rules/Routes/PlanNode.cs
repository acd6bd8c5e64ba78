namespace Plr.Rules.Routes;

/// <summary>A node of a plan, children before parents.</summary>
/// <param name="Kind">Mandatory units, a pool, or a group of the nodes that came just before.</param>
/// <param name="Members">Units listed directly.</param>
/// <param name="Children">How many results it takes from the stack.</param>
/// <param name="Min">Least credits, 0 for none.</param>
/// <param name="Max">Most credits, <see cref="int.MaxValue"/> for any.</param>
/// <param name="MinUnits">Of a pool, least units.</param>
/// <param name="MaxUnits">Of a pool, most units.</param>
internal readonly record struct PlanNode(
    PlanNodeKind Kind, UInt128 Members, int Children, int Min, int Max, int MinUnits, int MaxUnits)
{
    public bool CountsUnits => MinUnits > 0 || MaxUnits != int.MaxValue;
}

/// <summary>The kinds of plan nodes.</summary>
internal enum PlanNodeKind : byte
{
    All,
    Pool,
    Group,
}
