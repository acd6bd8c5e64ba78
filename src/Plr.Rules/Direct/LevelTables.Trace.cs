using System.Diagnostics;
using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <content>Reads the tables back.</content>
internal sealed partial class LevelTables
{
    private const int ChildrenOnStack = 64;

    /// <summary>Marks the slots that the least cost fills.</summary>
    /// <param name="filled">By slot of the root tree; all false.</param>
    public void Trace(bool[] filled)
    {
        slots.Certain.AsSpan(0, layout.RootSlots).CopyTo(filled);
        if (lastChild < 0)
        {
            TraceView(0, row, column, filled);
            return;
        }

        var (below, atLevel) = Split(steps[nodes[0].First + nodes[0].Count - 1], lastChild, row, column, least, filled);
        TraceChildren(0, layout.Nodes[0], 0, nodes[0].First, 1, below, atLevel, filled);
    }

    private ref readonly uint At(CostTable table, int below, int atLevel) => ref arena.Cells[table.Row(below) + atLevel];

    private ReadOnlySpan<uint> RowOf(CostTable table, int level) => arena.Cells.AsSpan(table.Row(level), table.Top + 1);

    /// <summary>The first sum of a window that costs so much, or -1.</summary>
    private static int IndexOf(ReadOnlySpan<uint> row, int first, int last, uint cost) =>
        Window(row, first, last).IndexOf(cost) is >= 0 and var found ? Math.Max(0, first) + found : -1;

    private static int LastIndexOf(ReadOnlySpan<uint> row, int first, int last, uint cost) =>
        Window(row, first, last).LastIndexOf(cost) is >= 0 and var found ? Math.Max(0, first) + found : -1;

    private static ReadOnlySpan<uint> Window(ReadOnlySpan<uint> row, int first, int last)
    {
        first = Math.Max(0, first);
        last = Math.Min(last, row.Length - 1);
        return first <= last ? row[first..(last + 1)] : default;
    }

    /// <summary>The first sum, up to <paramref name="whole"/>, that costs so much together with what it leaves of the whole, or -1.</summary>
    private static int IndexOf(ReadOnlySpan<uint> row, int first, ReadOnlySpan<uint> rest, int whole, uint cost)
    {
        var last = Math.Min(whole, row.Length - 1);
        for (var sum = Math.Max(0, first); sum <= last; sum++)
        {
            if (unchecked(row[sum] + rest[whole - sum]) == cost)
            {
                return sum;
            }
        }

        return -1;
    }

    private void TraceView(int index, int below, int atLevel, bool[] filled)
    {
        ref readonly var node = ref layout.Nodes[index];
        switch (node.Kind)
        {
            case LayoutKind.All:
                filled.AsSpan(node.FirstSlot, node.OwnSlots).Fill(true);
                break;
            case LayoutKind.Pool when nodes[index].IsPlain:
                TracePlainPool(index, default, below, atLevel, At(nodes[index].View, below, atLevel), filled);
                break;
            case LayoutKind.Pool:
                TraceLayers(index, node, below, atLevel, filled);
                break;
            default:
                TraceSum(index, node, below, atLevel, filled);
                break;
        }
    }

    /// <summary>A group or a choice: first the cell behind the one that was asked for.</summary>
    private void TraceSum(int index, in LayoutNode node, int below, int atLevel, bool[] filled)
    {
        var cost = At(nodes[index].View, below, atLevel);
        var (begin, last) = (nodes[index].First, nodes[index].First + nodes[index].Count - 1);
        // After each child a choice has a table for each number of active ones, a group has one.
        var width = node.Kind == LayoutKind.Choose ? nodes[index].Count / (ChildrenOf(index, stackalloc int[ChildrenOnStack]).Length + 1) : 1;
        for (var at = last; at > last - width; at--)
        {
            for (var low = below; low <= steps[at].Levels; low++)
            {
                var first = Math.Max(atLevel, (index == 0 ? 0 : nodes[index].Need) - low);
                if (IndexOf(RowOf(steps[at], low), first, nodes[index].Most - low, cost) is >= 0 and var high)
                {
                    TraceChildren(index, node, at - last + width - 1, begin, width, low, high, filled);
                    return;
                }
            }
        }

        throw new UnreachableException($"no sum of `{node.Source.Id}` in {layout.Number} costs {cost}");
    }

    private void TraceChildren(int index, in LayoutNode node, int active, int first, int width, int below, int atLevel, bool[] filled)
    {
        var children = ChildrenOf(index, stackalloc int[ChildrenOnStack]);
        for (var child = children.Length - (index == 0 && lastChild >= 0 ? 2 : 1); child >= 0; child--)
        {
            var cost = At(steps[first + (child + 1) * width + active], below, atLevel);
            if (node.Kind == LayoutKind.Choose)
            {
                var without = steps[first + child * width + active];
                if (At(without, below, atLevel) == cost && !slots.IsForced(layout.Nodes[children[child]]))
                {
                    continue;
                }

                active--;
            }

            (below, atLevel) = Split(steps[first + child * width + active], children[child], below, atLevel, cost, filled);
        }
    }

    /// <summary>The children of a node in the order they are added: those of a group that cost most to add first, while the sum is small.</summary>
    private Span<int> ChildrenOf(int index, Span<int> room)
    {
        var count = 0;
        for (var isLast = false; ; isLast = true)
        {
            for (var child = index + 1; child < layout.Nodes[index].EndNode; child = layout.Nodes[child].EndNode)
            {
                if ((layout.Nodes[index].Kind == LayoutKind.Group && IsPlainPool(child)) == isLast)
                {
                    room = count < room.Length ? room : Larger(room);
                    room[count++] = child;
                }
            }

            if (isLast)
            {
                return room[..count];
            }
        }
    }

    private static Span<int> Larger(Span<int> room)
    {
        var more = new int[room.Length * 2];
        room.CopyTo(more);
        return more;
    }

    /// <summary>Traces the child's part of a sum; returns what is left for those before it.</summary>
    private (int Below, int AtLevel) Split(CostTable before, int child, int below, int atLevel, uint cost, bool[] filled)
    {
        if (layout.Nodes[child].Kind == LayoutKind.Pool && nodes[child].IsPlain && layout.Nodes[layout.Nodes[child].Parent].Kind == LayoutKind.Group)
        {
            return TracePlainPool(child, before, below, atLevel, cost, filled);
        }

        var view = nodes[child].View;
        for (var low = Math.Max(0, below - before.Levels); low <= Math.Min(below, view.Levels); low++)
        {
            var first = Math.Max(0, atLevel - before.Top);
            if (IndexOf(RowOf(view, low), first, RowOf(before, below - low), atLevel, cost) is >= 0 and var high)
            {
                TraceView(child, low, high, filled);
                return (below - low, atLevel - high);
            }
        }

        throw new UnreachableException($"no part of `{layout.Nodes[child].Source.Id}` in {layout.Number} costs {cost}");
    }

    /// <summary>Finds the two sums of a pool that was added half by half.</summary>
    /// <param name="before">The table it was added to; <c>default</c> if it was added to nothing.</param>
    private (int Below, int AtLevel) TracePlainPool(int index, CostTable before, int below, int atLevel, uint cost, bool[] filled)
    {
        ref readonly var pool = ref nodes[index];
        var isExact = layout.Nodes[index].IsExact;
        var highs = SumsOf(pool.AtLevel);
        var lows = SumsOf(pool.Below);
        ReadOnlySpan<uint> nothing = [0];
        for (var low = 0; low < lows.Length && (low <= below || !isExact); low++)
        {
            var restBelow = Math.Max(0, below - low);
            if (lows[low] > cost || restBelow > before.Levels)
            {
                continue;
            }

            var rest = before == default ? nothing : RowOf(before, restBelow);
            var first = Math.Max(pool.Need - low, atLevel - before.Top);
            var high = IndexOf(highs, first, rest, atLevel, cost - lows[low]);
            if (high < 0 && !isExact && rest[0] <= cost - lows[low])
            {
                high = IndexOf(highs, Math.Max(first, atLevel + 1), int.MaxValue, cost - lows[low] - rest[0]);
            }

            if (high >= 0)
            {
                TracePart(index, pool.AtLevel, 0, high, atLevel: true, filled);
                TracePart(index, pool.Below, 0, low, atLevel: false, filled);
                return (restBelow, Math.Max(0, atLevel - high));
            }
        }

        throw new UnreachableException($"no sums of `{layout.Nodes[index].Source.Id}` in {layout.Number} cost {cost}");
    }

    /// <summary>The largest sums of a pool with a maximum or a number of units that cost what its table says.</summary>
    private void TraceLayers(int index, in LayoutNode node, int below, int atLevel, bool[] filled)
    {
        ref readonly var pool = ref nodes[index];
        var cost = At(pool.View, below, atLevel);
        var isExact = IsExactAbove(index);
        for (var count = 0; count <= pool.AtLevel.Rows.Levels; count++)
        {
            var highs = SumsOf(pool.AtLevel, count);
            var (first, last) = Partners(node, pool, count);
            for (var other = first; other <= last; other++)
            {
                var lows = SumsOf(pool.Below, other);
                for (var low = isExact ? Math.Min(below, lows.Length - 1) : lows.Length - 1; low >= below; low--)
                {
                    var most = isExact ? Math.Min(atLevel, node.Max - low) : node.Max - low;
                    if (lows[low] <= cost && LastIndexOf(highs, Math.Max(atLevel, pool.Need - low), most, cost - lows[low]) is >= 0 and var high)
                    {
                        TracePart(index, pool.AtLevel, count, high, atLevel: true, filled);
                        TracePart(index, pool.Below, other, low, atLevel: false, filled);
                        return;
                    }
                }
            }
        }

        throw new UnreachableException($"no layers of `{node.Source.Id}` in {layout.Number} cost {cost}");
    }

    private void TracePart(int index, in PoolPart part, int count, int sum, bool atLevel, bool[] filled)
    {
        ref readonly var node = ref layout.Nodes[index];
        var item = part.Items.Count;
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
        {
            if (IsIn(slot, atLevel) && arena.Counts(part.Items, --item, count, sum))
            {
                filled[slot] = true;
                (count, sum) = (nodes[index].CountIsExact ? count - 1 : Math.Max(0, count - 1), Math.Max(0, sum - layout.Slots[slot].Credits));
            }
        }
    }
}
