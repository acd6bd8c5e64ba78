using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <content>Pools, whose two halves are sums of their own.</content>
internal sealed partial class LevelTables
{
    private void BuildPool(int index, in LayoutNode node)
    {
        ref var own = ref nodes[index];
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
        own.IsPlain = !node.IsExact && !own.CountIsExact && own.MinUnits == 0;
        var layers = 1 + (own.CountIsExact ? node.MaxUnits : Math.Min(own.MinUnits, fillable));
        own.AtLevel = Part(node, own, layers, atLevel: true, Math.Min(atLevel, node.IsExact ? node.Max : own.Cap));
        own.Below = Part(node, own, layers, atLevel: false, Math.Min(below, node.IsExact ? node.Max : Math.Max(own.CapBelow, own.Need)));
        if (arena.IsTooLarge || (own.IsPlain && node.Parent >= 0 && layout.Nodes[node.Parent].Kind == LayoutKind.Group))
        {
            return;
        }

        own.View = arena.NewEmpty(own.AtLevel.Rows.Top, own.Below.Rows.Top);
        if (own.IsPlain && !arena.IsTooLarge)
        {
            AddPlainPool(arena.NewStart(0, 0, isExact: false), own, own.View);
            arena.Seal(own.View, isExact: false);
        }
        else if (!arena.IsTooLarge)
        {
            AddLayers(node, own);
        }
    }

    private PoolPart Part(in LayoutNode node, in LevelNode own, int layers, bool atLevel, int top)
    {
        var first = steps.Count;
        var rows = arena.NewStart(top, layers - 1, node.IsExact);
        steps.Add(rows);
        for (var slot = node.FirstSlot + node.OwnSlots - 1; slot >= node.FirstSlot && !arena.IsTooLarge; slot--)
        {
            if (IsIn(slot, atLevel))
            {
                var item = new TableItem(slots.Costs[slot], layout.Slots[slot].Credits, Gain: 0, slots.Forced[slot] > 0);
                steps.Add(rows = arena.AddItem(rows, item, levels: 0, own.CountIsExact, node.IsExact));
            }
        }

        return new PoolPart(first, rows);
    }

    private bool IsIn(int slot, bool atLevel) =>
        layout.Slots[slot].Level >= layout.Level == atLevel && !slots.Certain[slot] && (slots.Costs[slot] < CostTable.Never || slots.Forced[slot] > 0);

    /// <summary>The last row of a half without layers.</summary>
    private ReadOnlySpan<uint> SumsOf(in PoolPart part, int layer = 0) => arena.Cells.AsSpan(part.Rows.Row(layer), part.Rows.Top + 1);

    /// <summary>Adds a pool that asks for some credits at most: with more at the level, fewer are asked for below, so one pass of each does.</summary>
    private void AddPlainPool(CostTable from, in LevelNode pool, CostTable into)
    {
        var (atLevel, below) = (pool.AtLevel.Rows, pool.Below.Rows);
        var withBelow = arena.NewEmpty(from.Top, into.Levels);
        if (arena.IsTooLarge)
        {
            return;
        }

        var next = below.Top;
        for (var sum = 0; sum <= atLevel.Top; sum++)
        {
            var cost = SumsOf(pool.AtLevel)[sum];
            if (cost >= CostTable.Never)
            {
                return;
            }

            if (sum < atLevel.Top && SumsOf(pool.AtLevel)[sum + 1] == cost)
            {
                continue;
            }

            for (; next >= Math.Max(0, pool.Need - sum); next--)
            {
                AddBelow(from, pool, next, withBelow);
            }

            for (var level = 0; level <= into.Levels; level++)
            {
                CostTable.Relax(
                    ref arena.Cell(withBelow.Row(level)), withBelow.Blocks, ref arena.Cell(into.Row(level)), into.Blocks, sum, cost, flat: true);
            }
        }
    }

    private void AddBelow(CostTable from, in LevelNode pool, int sum, CostTable into)
    {
        var sums = SumsOf(pool.Below);
        if (sums[sum] >= CostTable.Never || (sum + 1 < sums.Length && sums[sum + 1] == sums[sum]))
        {
            return;
        }

        for (var level = 0; level <= into.Levels && Math.Max(0, level - sum) <= from.Levels; level++)
        {
            CostTable.Relax(
                ref arena.Cell(from.Row(Math.Max(0, level - sum))), from.Blocks, ref arena.Cell(into.Row(level)), into.Blocks, 0, sums[sum], flat: false);
            arena.Cells.AsSpan(into.Row(level) - CostTable.Lanes, CostTable.Lanes).Fill(arena.Cells[into.Row(level)]);
        }
    }

    /// <summary>The table of a pool with a maximum or a number of units: each layer of one half with those of the other that fit.</summary>
    private void AddLayers(in LayoutNode node, in LevelNode own)
    {
        var view = own.View;
        for (var count = 0; count <= own.AtLevel.Rows.Levels; count++)
        {
            var (first, last) = Partners(node, own, count);
            for (var other = first; other <= last; other++)
            {
                for (var below = 0; below <= view.Levels; below++)
                {
                    var cost = SumsOf(own.Below, other)[below];
                    if (cost < CostTable.Never)
                    {
                        CostTable.Relax(ref arena.Cell(own.AtLevel.Rows.Row(count)), own.AtLevel.Rows.Blocks, ref arena.Cell(view.Row(below)), view.Blocks, 0, cost, flat: false);
                    }
                }
            }
        }

        AtLeast(view, own.Need, node.Max);
    }

    /// <summary>The layers below the level that go with one at the level.</summary>
    private static (int First, int Last) Partners(in LayoutNode node, in LevelNode own, int count)
    {
        var most = own.Below.Rows.Levels;
        var first = Math.Max(0, own.MinUnits - count);
        return own.CountIsExact ? (first, Math.Min(most, node.MaxUnits - count)) : (first, Math.Min(most, first));
    }
}
