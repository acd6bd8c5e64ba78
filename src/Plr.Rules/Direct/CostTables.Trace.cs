using System.Diagnostics;
using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <content>Reads the tables back: which slots are filled. The same tables always give the same slots.</content>
internal sealed partial class CostTables
{
    private const int ChildrenOnStack = 64;

    /// <summary>Marks the slots that the least cost fills: achieved units wherever they cost nothing, of fresh ones the first listed.</summary>
    /// <param name="filled">By slot of the root tree; all false.</param>
    public void Trace(bool[] filled) => TraceView(0, levelNeeded, 0, filled);

    private void TraceView(int index, int level, int sum, bool[] filled)
    {
        ref readonly var node = ref layout.Nodes[index];
        var cost = arena.Cells[views[index].Row(level) + sum];
        var own = OwnSum(node, owns[index], level, sum, cost);
        switch (node.Kind)
        {
            case LayoutKind.All:
                filled.AsSpan(node.FirstSlot, node.OwnSlots).Fill(true);
                break;
            case LayoutKind.Pool:
                TracePool(index, node, level, own, cost, filled);
                break;
            case LayoutKind.Group:
                TraceGroup(index, node, level, own, filled);
                break;
            default:
                TraceChoose(index, node, level, own, cost, filled);
                break;
        }
    }

    /// <summary>The node's own sum behind what the node above sees: of equals the largest, so that what is achieved counts.</summary>
    private int OwnSum(in LayoutNode node, CostTable own, int level, int sum, uint cost)
    {
        if (!node.IsExact)
        {
            return Math.Max(sum, node.Min);
        }

        if (node.Parent >= 0 && layout.Nodes[node.Parent].IsExact && sum < node.Clip)
        {
            return sum;
        }

        var row = own.Row(level);
        var at = own.Top;
        while (arena.Cells[row + at] != cost)
        {
            at--;
        }

        return at;
    }

    private void TracePool(int index, in LayoutNode node, int level, int sum, uint cost, bool[] filled)
    {
        var fillable = 0;
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
        {
            fillable += slots.Costs[slot] < CostTable.Never ? 1 : 0;
        }

        var (layers, countIsExact) = Layers(node, fillable);
        var (pool, width, count) = (pools[index], owns[index].Levels + 1, layers - 1);
        while (arena.Cells[pool.Rows.Row(count * width + level) + sum] != cost)
        {
            count--;
        }

        var item = pool.Count;
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
        {
            // Had a slot that can't be filled been forced, there would be no cost to trace.
            if (slots.Costs[slot] < CostTable.Never && arena.Counts(pool, --item, count * width + level, sum))
            {
                filled[slot] = true;
                (count, level, sum) = (countIsExact ? count - 1 : Math.Max(0, count - 1), Math.Max(0, level - slots.Gains[slot]), Math.Max(0, sum - layout.Slots[slot].Credits));
            }
        }
    }

    private Span<int> ChildrenOf(int index, Span<int> room)
    {
        var count = 0;
        for (var child = index + 1; child < layout.Nodes[index].EndNode; child = layout.Nodes[child].EndNode)
        {
            if (count == room.Length)
            {
                var more = new int[count * 2];
                room.CopyTo(more);
                room = more;
            }

            room[count++] = child;
        }

        return room[..count];
    }

    private void TraceGroup(int index, in LayoutNode node, int level, int sum, bool[] filled)
    {
        var children = ChildrenOf(index, stackalloc int[ChildrenOnStack]);
        var first = stepsOf[index].First;
        for (var child = children.Length - 1; child >= 0; child--)
        {
            var cost = arena.Cells[steps[first + child + 1].Row(level) + sum];
            (level, sum) = Split(steps[first + child], children[child], level, sum, cost, node.IsExact, filled);
        }
    }

    private void TraceChoose(int index, in LayoutNode node, int level, int sum, uint cost, bool[] filled)
    {
        var children = ChildrenOf(index, stackalloc int[ChildrenOnStack]);
        var width = stepsOf[index].Count / (children.Length + 1);
        var active = width - 1;
        CostTable After(int child) => steps[stepsOf[index].First + (child + 1) * width + active];
        while (arena.Cells[After(children.Length - 1).Row(level) + sum] != cost)
        {
            active--;
        }

        for (var child = children.Length - 1; child >= 0; child--)
        {
            cost = arena.Cells[After(child).Row(level) + sum];
            if (arena.Cells[After(child - 1).Row(level) + sum] != cost || slots.IsForced(layout.Nodes[children[child]]))
            {
                active--;
                (level, sum) = Split(After(child - 1), children[child], level, sum, cost, node.IsExact, filled);
            }
        }
    }

    /// <summary>Traces the child's part of a sum; returns what is left for those before it.</summary>
    private (int Level, int Sum) Split(CostTable before, int child, int level, int sum, uint cost, bool isExact, bool[] filled)
    {
        var view = views[child];
        for (var part = Math.Max(0, level - before.Levels); part <= Math.Min(level, view.Levels); part++)
        {
            for (var credits = Math.Max(0, sum - before.Top); credits <= Math.Min(sum, view.Top); credits++)
            {
                var here = arena.Cells[view.Row(part) + credits];
                if (here < CostTable.Never && here + arena.Cells[before.Row(level - part) + sum - credits] == cost)
                {
                    TraceView(child, part, credits, filled);
                    return (level - part, sum - credits);
                }
            }
        }

        throw new UnreachableException($"no split of {sum} credits, {level} at the level, of `{layout.Nodes[child].Source.Id}` in {layout.Number}");
    }
}
