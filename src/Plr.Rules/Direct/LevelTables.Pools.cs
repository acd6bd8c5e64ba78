using System.Runtime.InteropServices;
using Plr.Rules.Layouts;
using LayoutKind = Plr.Rules.Layouts.LayoutKind;

namespace Plr.Rules.Direct;

/// <content>Pools, whose two halves are sums of their own.</content>
internal sealed partial class LevelTables
{
    /// <summary>The halves of all pools, which no limit changes.</summary>
    private void BuildHalves()
    {
        for (var index = 0; index < layout.Nodes[0].EndNode && !arena.IsTooLarge; index++)
        {
            if (layout.Nodes[index].Kind == LayoutKind.Pool)
            {
                BuildHalves(layout.Nodes[index], ref nodes[index]);
            }
        }
    }

    private void BuildHalves(in LayoutNode node, ref LevelNode own)
    {
        var (atLevel, below, fillable, counted) = (0, 0, 0, 0);
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
        {
            if (slots.Costs[slot] < CostTable.Never && !slots.Certain[slot])
            {
                ref readonly var listed = ref layout.Slots[slot];
                (atLevel, below) = listed.Level >= layout.Level ? (atLevel + listed.Credits, below) : (atLevel, below + listed.Credits);
                fillable++;
            }

            counted += slots.Certain[slot] ? 1 : 0;
        }

        own.CountIsExact = node.MaxUnits < fillable;
        own.MinUnits = Math.Max(0, node.MinUnits - counted);
        own.IsPlain = node.Max == int.MaxValue && !own.CountIsExact && own.MinUnits == 0;
        var layers = 1 + (own.CountIsExact ? node.MaxUnits : Math.Min(own.MinUnits, fillable));
        own.AtLevel = Part(node, own, layers, atLevel: true, Math.Min(atLevel, own.Cap));
        own.Below = Part(node, own, layers, atLevel: false, Math.Min(below, node.IsExact ? own.CapBelow : Math.Max(own.CapBelow, own.Need)));
    }

    private void BuildPool(int index, in LayoutNode node)
    {
        ref var own = ref nodes[index];
        own.AtLevel = own.AtLevel with { Top = Useful(own.AtLevel.Rows, own.Allowed) };
        own.Below = own.Below with { Top = Useful(own.Below.Rows, own.Allowed) };
        if (arena.IsTooLarge || (own.IsPlain && node.Parent >= 0 && layout.Nodes[node.Parent].Kind == LayoutKind.Group))
        {
            return;
        }

        own.View = arena.NewEmpty(own.AtLevel.Top, own.Below.Top);
        if (own.IsPlain && !arena.IsTooLarge)
        {
            AddPlainPool(arena.NewStart(0, 0, node.IsExact), own, own.View, own.View.Levels, node.IsExact);
            arena.Seal(own.View, node.IsExact);
        }
        else if (!arena.IsTooLarge)
        {
            AddLayers(index, node, own);
        }
    }

    private PoolPart Part(in LayoutNode node, in LevelNode own, int layers, bool atLevel, int top)
    {
        var rows = arena.NewStart(top, layers - 1, node.IsExact);
        items.Clear();
        for (var slot = node.FirstSlot + node.OwnSlots - 1; slot >= node.FirstSlot; slot--)
        {
            if (IsIn(slot, atLevel))
            {
                items.Add(new TableItem(slots.Costs[slot], layout.Slots[slot].Credits, Gain: 0, slots.Forced[slot] > 0));
            }
        }

        return new PoolPart(arena.AddItems(rows, CollectionsMarshal.AsSpan(items), levels: 0, own.CountIsExact, node.IsExact), top);
    }

    /// <summary>The largest sum that some layer has within a cost.</summary>
    private int Useful(CostTable rows, long allowed)
    {
        var top = 0;
        for (var layer = 0; layer <= rows.Levels && !arena.IsTooLarge; layer++)
        {
            var row = arena.Cells.AsSpan(rows.Row(layer), rows.Top + 1);
            for (var sum = rows.Top; sum > top; sum--)
            {
                top = row[sum] < CostTable.Never && row[sum] <= allowed ? sum : top;
            }
        }

        return top;
    }

    private bool IsIn(int slot, bool atLevel) =>
        layout.Slots[slot].Level >= layout.Level == atLevel && !slots.Certain[slot] && (slots.Costs[slot] < CostTable.Never || slots.Forced[slot] > 0);

    /// <summary>The last row of a half without layers.</summary>
    private ReadOnlySpan<uint> SumsOf(in PoolPart part, int layer = 0) => arena.Cells.AsSpan(part.Rows.Row(layer), part.Rows.Top + 1);

    /// <summary>Adds a pool that asks for some credits at most: with more at the level, fewer are asked for below, so one pass of each does.</summary>
    /// <param name="into">Where to; <c>default</c> if the rest of the rule is in, and only its least cost is asked for.</param>
    private void AddPlainPool(CostTable from, in LevelNode pool, CostTable into, int levels, bool isExact)
    {
        var withBelow = arena.NewEmpty(from.Top, levels);
        if (arena.IsTooLarge)
        {
            return;
        }

        var next = pool.Below.Top;
        foreach (var (sum, cost) in arena.Entries(pool.AtLevel.Rows, level: 0, pool.AtLevel.Top, most: CostTable.Never, isExact, levelsAreExact: true))
        {
            var before = next;
            for (; next >= Math.Max(0, pool.Need - sum) && arena.Spend(withBelow.Size); next--)
            {
                AddBelow(from, pool, next, withBelow, isExact);
            }

            if (!arena.Spend(withBelow.Size))
            {
                return;
            }

            if (next < before && !isExact)
            {
                arena.SealBelow(withBelow, isExact);
            }

            if (into == default)
            {
                TakeLeast(withBelow, sum, cost);
            }
            else
            {
                CostTable.Relax(arena.Cells, withBelow, into, levels: 0, sum, cost, flat: !isExact);
            }
        }
    }

    private void AddBelow(CostTable from, in LevelNode pool, int sum, CostTable into, bool isExact)
    {
        var below = pool.Below.Rows.Row(0);
        var cost = arena.Cells[below + sum];
        if (cost >= CostTable.Never || (!isExact && sum < pool.Below.Rows.Top && arena.Cells[below + sum + 1] == cost))
        {
            return;
        }

        CostTable.Relax(arena.Cells, from, into, sum, shift: 0, cost, flat: false, levelsAreExact: isExact);
    }

    /// <summary>The table of a pool with a maximum or a number of units: each layer of one half with those of the other that fit.</summary>
    private void AddLayers(int index, in LayoutNode node, in LevelNode own)
    {
        for (var count = 0; count <= own.AtLevel.Rows.Levels; count++)
        {
            var (first, last) = Partners(node, own, count);
            for (var other = first; other <= last && arena.Spend(own.View.Size); other++)
            {
                AddLayer(own, count, other);
            }
        }

        Within(own.View, own.Need, node.Max, IsExactAbove(index));
    }

    private void AddLayer(in LevelNode own, int count, int other)
    {
        ref var atLevel = ref arena.Cell(own.AtLevel.Rows.Row(count));
        for (var below = 0; below <= own.View.Levels; below++)
        {
            var cost = arena.Cells[own.Below.Rows.Row(other) + below];
            if (cost < CostTable.Never)
            {
                CostTable.Lower(ref arena.Cell(own.View.Row(below)), ref atLevel, own.View.Blocks, cost);
            }
        }
    }

    /// <summary>The layers below the level that go with one at the level.</summary>
    private static (int First, int Last) Partners(in LayoutNode node, in LevelNode own, int count)
    {
        var most = own.Below.Rows.Levels;
        var first = Math.Max(0, own.MinUnits - count);
        return own.CountIsExact ? (first, Math.Min(most, node.MaxUnits - count)) : (first, Math.Min(most, first));
    }
}
