using System.Runtime.InteropServices;
using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <content>The tables of each kind of node.</content>
internal sealed partial class CostTables
{
    /// <summary>All listed units together are one sum.</summary>
    private CostTable All(int index, in LayoutNode node)
    {
        var (sum, gain, cost) = (0, 0, 0u);
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots && cost < CostTable.Never; slot++)
        {
            cost = slots.Costs[slot] >= CostTable.Never ? CostTable.Never : cost + slots.Costs[slot];
            (sum, gain) = (sum + layout.Slots[slot].Credits, gain + slots.Gains[slot]);
        }

        var (top, levels) = (Math.Min(node.Cap, sum), Math.Min(levelNeeded, gain));
        var table = arena.NewEmpty(top, levels);
        if (!arena.IsTooLarge && cost < CostTable.Never && (sum <= top || !node.IsExact))
        {
            for (var level = 0; level <= levels; level++)
            {
                arena.Cells.AsSpan(table.Row(level) + (node.IsExact ? sum : 0), node.IsExact ? 1 : top + 1).Fill(cost);
            }

            arena.Seal(table, node.IsExact);
        }

        return table;
    }

    /// <summary>Layers of a pool that counts units: how many were counted, "at least" unless there is a maximum that matters.</summary>
    private static (int Layers, bool IsExact) Layers(in LayoutNode node, int fillable) =>
        node.MaxUnits < fillable ? (node.MaxUnits + 1, true) : (Math.Min(node.MinUnits, fillable) + 1, false);

    private CostTable Pool(int index, in LayoutNode node)
    {
        var (sum, gain, fillable) = (0, 0, 0);
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
        {
            if (slots.Costs[slot] < CostTable.Never)
            {
                (sum, gain, fillable) = (sum + layout.Slots[slot].Credits, gain + slots.Gains[slot], fillable + 1);
            }
        }

        var (layers, countIsExact) = Layers(node, fillable);
        var (top, levels) = (Math.Min(node.Cap, sum), Math.Min(levelNeeded, gain));
        var rows = arena.NewStart(top, layers * (levels + 1) - 1, node.IsExact);
        items.Clear();
        // Backwards, so that reading the tables back begins with the unit that is listed first.
        for (var slot = node.FirstSlot + node.OwnSlots - 1; slot >= node.FirstSlot; slot--)
        {
            if (slots.Costs[slot] < CostTable.Never || slots.Forced[slot] > 0)
            {
                items.Add(new TableItem(slots.Costs[slot], layout.Slots[slot].Credits, slots.Gains[slot], slots.Forced[slot] > 0));
            }
        }

        pools[index] = arena.AddItems(rows, CollectionsMarshal.AsSpan(items), levels, countIsExact, node.IsExact);
        return arena.IsTooLarge ? rows : Collapse(node, rows, layers, levels);
    }

    /// <summary>The best over the numbers of units that a pool allows.</summary>
    private CostTable Collapse(in LayoutNode node, CostTable rows, int layers, int levels)
    {
        var own = arena.NewEmpty(rows.Top, levels);
        for (var layer = node.MinUnits; layer < layers && !arena.IsTooLarge; layer++)
        {
            // A layer is a table of its own inside the rows.
            arena.Cheaper(new CostTable(rows.At + layer * own.Size, rows.Top, levels), own);
        }

        if (!arena.IsTooLarge)
        {
            arena.Seal(own, node.IsExact);
        }

        return own;
    }

    /// <param name="before">The steps of the last build, which are good up to the first child that has changed.</param>
    private CostTable Group(int index, in LayoutNode node, (int First, int Count) before)
    {
        var (child, kept) = (index + 1, 0);
        for (; child < node.EndNode && !isChanged[child]; child = layout.Nodes[child].EndNode)
        {
            steps.Add(steps[before.First + kept++]);
        }

        var sum = kept > 0 ? steps[before.First + kept] : arena.NewStart(0, 0, node.IsExact);
        steps.Add(sum);
        if (kept == 0 && child < node.EndNode && views[child].Top <= node.Cap)
        {
            steps.Add(sum = views[child]); // Added to nothing.
            child = layout.Nodes[child].EndNode;
        }

        for (; child < node.EndNode && !arena.IsTooLarge; child = layout.Nodes[child].EndNode)
        {
            var next = arena.NewEmpty(Math.Min(node.Cap, sum.Top + views[child].Top), Math.Min(levelNeeded, sum.Levels + views[child].Levels));
            if (!arena.IsTooLarge)
            {
                arena.Merge(sum, views[child], next, node.IsExact);
                arena.Seal(next, node.IsExact);
                steps.Add(sum = next);
            }
        }

        stepsOf[index].Count = steps.Count - stepsOf[index].First;
        return sum;
    }

    /// <summary>Tables by the number of active children, after each child; the best of those allowed.</summary>
    private CostTable Choose(int index, in LayoutNode node)
    {
        var (top, levels, children) = (0, 0, 0);
        for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode, children++)
        {
            (top, levels) = (Math.Min(node.Cap, top + views[child].Top), Math.Min(levelNeeded, levels + views[child].Levels));
        }

        var most = Math.Min(node.MaxActive, children);
        for (var active = 0; active <= most && !arena.IsTooLarge; active++)
        {
            steps.Add(active == 0 ? arena.NewStart(top, levels, node.IsExact) : arena.NewEmpty(top, levels));
        }

        for (var child = index + 1; child < node.EndNode && !arena.IsTooLarge; child = layout.Nodes[child].EndNode)
        {
            AddChild(node, child, most, top, levels);
        }

        stepsOf[index].Count = steps.Count - stepsOf[index].First;
        var own = arena.NewEmpty(top, levels);
        for (var active = node.MinActive; active <= most && !arena.IsTooLarge; active++)
        {
            arena.Cheaper(steps[steps.Count - 1 - most + active], own);
        }

        if (!arena.IsTooLarge)
        {
            arena.Seal(own, node.IsExact);
        }

        return own;
    }

    private void AddChild(in LayoutNode node, int child, int most, int top, int levels)
    {
        var before = steps.Count - 1 - most;
        for (var active = 0; active <= most && !arena.IsTooLarge; active++)
        {
            var next = arena.NewEmpty(top, levels);
            if (arena.IsTooLarge)
            {
                return;
            }

            if (!slots.IsForced(layout.Nodes[child]))
            {
                arena.Cheaper(steps[before + active], next);
            }

            if (active > 0)
            {
                arena.Merge(steps[before + active - 1], views[child], next, node.IsExact);
            }

            arena.Seal(next, node.IsExact);
            steps.Add(next);
        }
    }
}
