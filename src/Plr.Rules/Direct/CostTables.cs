using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <summary>The least cost of a rule's tree for one learner, by tables of credits from the leaves up.</summary>
/// <remarks>
/// Kept are credits of every node, clips, unit numbers of pools, choices, and one level minimum over the whole. Bars, double
/// listings and the like are forgotten: the answer is a lower bound until they are found to hold, or have been branched on.
/// All memory is used again and again.
/// </remarks>
/// <param name="allowed">What may be reckoned in one evaluation.</param>
internal sealed partial class CostTables(TableWork allowed)
{
    // Cells that builds for the same rule may reckon, one after the other, before all is built anew.
    private const int MaxKept = 1 << 16;

    private readonly TableArena arena = new(allowed);
    private readonly List<CostTable> steps = [];
    private readonly List<TableItem> items = [];
    private RuleLayout layout = null!; // Set by every Build, which everything else follows.
    private SlotStates slots = null!;
    private CostTable[] views = [];
    private CostTable[] owns = [];
    private ItemTable[] pools = [];
    private (int First, int Count)[] stepsOf = [];
    private int levelNeeded;
    private bool[] isChanged = [];
    private (uint Cost, int Gain, bool IsForced)[] builtFor = [];

    /// <summary>Whether tables would have become too large; then no answer is one.</summary>
    public bool IsTooLarge => arena.IsTooLarge;

    /// <summary>Forgets that tables became too large.</summary>
    public void Clear()
    {
        if (arena.IsTooLarge)
        {
            Forget();
        }
    }

    /// <summary>The least packed cost; <see cref="CostTable.Never"/> if there is none.</summary>
    /// <param name="needed">Level credits that have to be counted by slots with a gain; 0 forgets the level.</param>
    public uint Build(RuleLayout of, SlotStates states, int needed)
    {
        var isKept = layout == of && levelNeeded == needed && arena.Mark.Work <= MaxKept && !arena.IsTooLarge;
        (layout, slots, levelNeeded) = (of, states, needed);
        if (!isKept)
        {
            Forget();
        }

        MarkChanged(isKept);
        BuildNode(0);
        return arena.IsTooLarge || views[0].Levels < needed ? CostTable.Never : arena.Cells[views[0].Row(needed)];
    }

    private void Forget()
    {
        arena.Clear();
        steps.Clear();
        if (views.Length < layout.Nodes.Length)
        {
            var count = layout.Nodes.Length;
            (views, owns, pools) = (new CostTable[count], new CostTable[count], new ItemTable[count]);
            (stepsOf, isChanged) = (new (int, int)[count], new bool[count]);
        }

        if (builtFor.Length < layout.RootSlots)
        {
            builtFor = new (uint, int, bool)[layout.RootSlots];
        }
    }

    /// <summary>Finds the nodes that stand otherwise than when the tables were last built: a branch changes one slot or two.</summary>
    private void MarkChanged(bool isKept)
    {
        Array.Fill(isChanged, !isKept, 0, layout.Nodes[0].EndNode);
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            var now = (slots.Costs[slot], slots.Gains[slot], slots.Forced[slot] > 0);
            if (builtFor[slot] != now)
            {
                builtFor[slot] = now;
                for (var node = layout.Slots[slot].Node; node >= 0 && !isChanged[node]; node = layout.Nodes[node].Parent)
                {
                    isChanged[node] = true;
                }
            }
        }
    }

    /// <summary>The least that a node alone costs, where it is active; of tables that forget the level.</summary>
    public uint LeastOf(int index)
    {
        if (layout.Nodes[index].Parent is >= 0 and var parent && !layout.Nodes[parent].IsExact)
        {
            return arena.Cells[views[index].Row(0)];
        }

        var least = CostTable.Never;
        foreach (var cost in arena.Cells.AsSpan(views[index].Row(0), views[index].Top + 1))
        {
            least = Math.Min(least, cost);
        }

        return least;
    }

    private void BuildNode(int index)
    {
        if (!isChanged[index])
        {
            return;
        }

        ref readonly var node = ref layout.Nodes[index];
        for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode)
        {
            BuildNode(child);
        }

        if (arena.IsTooLarge)
        {
            return;
        }

        var before = stepsOf[index];
        stepsOf[index] = (steps.Count, 0);
        owns[index] = node.Kind switch
        {
            LayoutKind.All => All(index, node),
            LayoutKind.Pool => Pool(index, node),
            LayoutKind.Group => Group(index, node, before),
            _ => Choose(index, node),
        };
        views[index] = View(node, owns[index]);
    }

    /// <summary>A node's table as the node above sees it: within its bounds, clipped, and in the terms of that node.</summary>
    private CostTable View(in LayoutNode node, CostTable own)
    {
        var (aboveIsExact, aboveCap) = node.Parent < 0 ? (false, 0) : (layout.Nodes[node.Parent].IsExact, layout.Nodes[node.Parent].Cap);
        var top = Math.Min(Math.Min(own.Top, node.Clip), aboveCap);
        if (node.Min <= 0 && top == own.Top && node.IsExact == aboveIsExact)
        {
            return own;
        }

        var view = arena.New(top, own.Levels);
        if (arena.IsTooLarge)
        {
            return view;
        }

        for (var level = 0; level <= own.Levels; level++)
        {
            var seen = arena.Cells.AsSpan(view.Row(level), view.Blocks * CostTable.Lanes);
            ReadOnlySpan<uint> row = arena.Cells.AsSpan(own.Row(level), own.Top + 1);
            if (node.IsExact)
            {
                ViewExact(node, aboveIsExact, row, seen, top);
                continue;
            }

            // "At least" sums stay so, and nothing below the minimum is enough.
            var least = Math.Min(node.Min, top + 1);
            seen[..least].Fill(node.Min <= own.Top ? row[node.Min] : CostTable.Never);
            row[least..(top + 1)].CopyTo(seen[least..]);
        }

        arena.Seal(view, aboveIsExact);
        return view;
    }

    private static void ViewExact(in LayoutNode node, bool aboveIsExact, ReadOnlySpan<uint> row, Span<uint> seen, int top)
    {
        seen.Fill(CostTable.Never);
        var same = Math.Max(node.Min, Math.Min(node.Clip, top)); // Below it a sum is seen as it is.
        if (node.Min < same)
        {
            row[node.Min..same].CopyTo(seen[node.Min..]);
        }

        for (var sum = same; sum < row.Length; sum++)
        {
            var at = Math.Min(sum, node.Clip);
            if (at <= top || !aboveIsExact)
            {
                at = Math.Min(at, top);
                seen[at] = Math.Min(seen[at], row[sum]);
            }
        }

        if (!aboveIsExact)
        {
            CostTable.MakeAtLeast(ref seen[0], seen.Length / CostTable.Lanes);
        }
    }
}
