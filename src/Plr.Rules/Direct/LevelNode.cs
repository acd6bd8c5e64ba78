namespace Plr.Rules.Direct;

/// <summary>What tables with a level minimum know of a node.</summary>
internal struct LevelNode
{
    /// <summary>Credits at the level, and below it, past which no more make a difference.</summary>
    public int Cap;
    public int CapBelow;

    /// <summary>Least credits, apart from those that are certain.</summary>
    public int Need;

    /// <summary>Most credits, apart from those that are certain; <see cref="int.MaxValue"/> for any.</summary>
    public int Most;

    /// <summary>What the node may cost, apart from what is certain, if the whole is to be within the limit.</summary>
    public long Allowed;

    /// <summary>The table as the node above sees it; not made of a pool that is added to a group part by part.</summary>
    public CostTable View;

    /// <summary>The steps that led to the table.</summary>
    public int First;
    public int Count;

    /// <summary>Of a pool: its units at the level, and those below.</summary>
    public PoolPart AtLevel;
    public PoolPart Below;

    /// <summary>Of a pool: whether it has neither a maximum nor a number of units to keep.</summary>
    public bool IsPlain;

    /// <summary>Of a pool: least units, apart from those that are certain.</summary>
    public int MinUnits;
    public bool CountIsExact;
}

/// <summary>Some of a pool's units, the layers being numbers of units.</summary>
/// <param name="Items">The units and the table of all of them.</param>
/// <param name="Top">The largest sum that the node may cost.</param>
internal readonly record struct PoolPart(ItemTable Items, int Top)
{
    public CostTable Rows => Items.Rows;
}
