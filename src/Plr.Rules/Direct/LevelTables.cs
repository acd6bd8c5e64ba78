using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <summary>The least cost of a rule's tree with a level minimum over the whole: sums at the level and below it are kept apart.</summary>
/// <remarks>
/// A row says how many credits below the level are counted at least, a column how many at the level. Apart, the two halves of a pool are
/// simple sums, so a pool without a maximum of its own is added to its group one half after the other. What is counted in every allocation
/// (mandatory units; achieved ones that no maximum looks at) is taken off beforehand.
/// </remarks>
/// <param name="allowed">What may be reckoned in one evaluation.</param>
internal sealed partial class LevelTables(TableWork allowed)
{
    private readonly TableArena arena = new(allowed);
    private readonly List<CostTable> steps = [];
    private readonly List<TableItem> items = [];
    private RuleLayout layout = null!; // Set by every Build, which everything else follows.
    private SlotStates slots = null!;
    private LevelNode[] nodes = [];
    private (int Credits, uint Cost)[] certain = [];
    private uint least;
    private int row;
    private int column;
    private int levelNeeded;
    private int creditsNeeded;
    private int lastChild;
    private ArenaMark begun;

    public bool IsTooLarge => arena.IsTooLarge;

    /// <summary>Forgets what was built.</summary>
    public void Clear() => arena.Clear();

    /// <summary>Takes a rule in hand, as far as no limit matters.</summary>
    /// <returns>Packed cost that <see cref="Build"/> can't go below, for the level minimum alone; <see cref="CostTable.Never"/> if a mandatory unit can't be counted.</returns>
    public uint Begin(RuleLayout of, SlotStates states)
    {
        (layout, slots) = (of, states);
        arena.Clear();
        steps.Clear();
        if (nodes.Length < layout.Nodes.Length)
        {
            (nodes, certain) = (new LevelNode[layout.Nodes.Length], new (int, uint)[layout.Nodes.Length]);
        }

        if (!TakeCertain())
        {
            return CostTable.Never;
        }

        creditsNeeded = Math.Max(0, layout.Nodes[0].Min - certain[0].Credits);
        SetCaps(Math.Max(levelNeeded, creditsNeeded), Math.Max(0, creditsNeeded - levelNeeded));
        BuildHalves();
        begun = arena.Mark;
        return certain[0].Cost + CostOfLevel();
    }

    /// <summary>The least packed cost, or something above the limit if it is above; <see cref="CostTable.Never"/> if there is none.</summary>
    /// <param name="apart">The tables for the same slots that forget the level: what each node costs at least.</param>
    /// <param name="limit">Packed cost above which no answer is of use. What can't be within it is not added.</param>
    public uint Build(CostTables apart, uint limit)
    {
        arena.Clear(begun);
        steps.Clear();
        (least, lastChild) = (CostTable.Never, -1);
        SetAllowed(apart, limit);
        BuildNode(0);
        if (lastChild < 0 && !arena.IsTooLarge)
        {
            TakeLeast(nodes[0].View, 0, 0);
        }

        return arena.IsTooLarge || least >= CostTable.Never ? CostTable.Never : least + certain[0].Cost;
    }

    /// <summary>Sums what is counted in any case, by node; false if a mandatory unit can't be counted.</summary>
    private bool TakeCertain()
    {
        Array.Clear(certain, 0, layout.Nodes.Length);
        levelNeeded = layout.LevelMin;
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            if (!slots.Certain[slot])
            {
                continue;
            }

            if (slots.Costs[slot] >= CostTable.Never)
            {
                return false;
            }

            ref readonly var listed = ref layout.Slots[slot];
            levelNeeded -= listed.Level >= layout.Level ? listed.Credits : 0;
            for (var node = listed.Node; node >= 0; node = layout.Nodes[node].Parent)
            {
                certain[node] = (certain[node].Credits + listed.Credits, certain[node].Cost + slots.Costs[slot]);
            }
        }

        levelNeeded = Math.Max(0, levelNeeded);
        return true;
    }

    /// <summary>What is missing at the level, if all that is achieved counts, has to be taken: as many credits at least.</summary>
    private uint CostOfLevel()
    {
        var missing = levelNeeded;
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            missing -= slots.Costs[slot] == 0 && !slots.Certain[slot] && layout.Slots[slot].Level >= layout.Level ? layout.Slots[slot].Credits : 0;
        }

        return (uint)layout.Packed(Math.Max(0, missing));
    }

    private void SetCaps(int cap, int capBelow)
    {
        for (var index = 0; index < layout.Nodes[0].EndNode; index++)
        {
            ref var node = ref nodes[index];
            var parent = layout.Nodes[index].Parent;
            ref readonly var listed = ref layout.Nodes[index];
            node.Need = Math.Max(0, listed.Min - certain[index].Credits);
            node.Most = listed.Max == int.MaxValue ? int.MaxValue : listed.Max - certain[index].Credits;
            if (listed.IsExact)
            {
                node.Cap = node.CapBelow = Math.Max(0, IsExactAbove(index) ? Math.Min(nodes[parent].Cap, node.Most) : node.Most);
                continue;
            }

            node.Cap = Math.Max(parent < 0 ? cap : nodes[parent].Cap, node.Need);
            node.CapBelow = Math.Max(parent < 0 ? capBelow : nodes[parent].CapBelow, parent < 0 ? 0 : node.Need);
        }
    }

    /// <summary>Of each node, what is left of the limit when all others cost the least they can.</summary>
    private void SetAllowed(CostTables apart, uint limit)
    {
        nodes[0].Allowed = limit;
        for (var index = 0; index < layout.Nodes[0].EndNode; index++)
        {
            ref readonly var node = ref layout.Nodes[index];
            var isGroup = node.Kind == LayoutKind.Group; // Of a choice the others may not be active.
            var all = 0L;
            for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode)
            {
                nodes[child].Allowed = isGroup ? apart.LeastOf(child) : 0;
                all += nodes[child].Allowed;
            }

            for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode)
            {
                nodes[child].Allowed += nodes[index].Allowed - all;
            }

            nodes[index].Allowed -= certain[index].Cost;
        }
    }

    /// <summary>Whether the node above wants exact sums.</summary>
    private bool IsExactAbove(int index) => layout.Nodes[index].Parent is >= 0 and var parent && layout.Nodes[parent].IsExact;

    private bool IsCertain(int index) => layout.Nodes[index] is { Kind: LayoutKind.All, IsAlwaysActive: true };

    private void BuildNode(int index)
    {
        ref readonly var node = ref layout.Nodes[index];
        for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode)
        {
            BuildNode(child);
        }

        if (arena.IsTooLarge)
        {
            return;
        }

        switch (node.Kind)
        {
            case LayoutKind.All:
                BuildAll(index, node);
                break;
            case LayoutKind.Pool:
                BuildPool(index, node);
                break;
            case LayoutKind.Group:
                BuildGroup(index, node);
                break;
            default:
                BuildChoose(index, node);
                break;
        }
    }

    private void BuildAll(int index, in LayoutNode node)
    {
        var (atLevel, below, cost) = (0, 0, 0u);
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
        {
            ref readonly var listed = ref layout.Slots[slot];
            cost = slots.Costs[slot] >= CostTable.Never || cost >= CostTable.Never ? CostTable.Never : cost + slots.Costs[slot];
            (atLevel, below) = listed.Level >= layout.Level ? (atLevel + listed.Credits, below) : (atLevel, below + listed.Credits);
        }

        var holds = atLevel + below >= node.Min && atLevel + below <= node.Max;
        if (IsCertain(index))
        {
            (atLevel, below, cost) = (0, 0, 0); // Taken off already.
        }

        var isExact = IsExactAbove(index);
        var fits = !isExact || (atLevel <= nodes[index].Cap && below <= nodes[index].CapBelow);
        var table = arena.NewEmpty(Math.Min(atLevel, nodes[index].Cap), Math.Min(below, nodes[index].CapBelow));
        nodes[index].View = table;
        for (var level = isExact ? table.Levels : 0; level <= table.Levels && holds && fits && !arena.IsTooLarge; level++)
        {
            arena.Cells.AsSpan(table.Row(level) + (isExact ? table.Top : 0), isExact ? 1 : table.Top + 1).Fill(cost);
        }

        arena.Seal(table, isExact);
    }

    private void BuildGroup(int index, in LayoutNode node)
    {
        nodes[index].First = steps.Count;
        var sum = arena.NewStart(0, 0, node.IsExact);
        steps.Add(sum);
        var children = ChildrenOf(index, stackalloc int[ChildrenOnStack]);
        for (var at = 0; at < children.Length && !arena.IsTooLarge; at++)
        {
            if (index == 0 && !node.IsExact && at == children.Length - 1)
            {
                lastChild = children[at];
                TakeLeastWith(sum, nodes[lastChild]);
                break;
            }

            steps.Add(sum = WithChild(index, sum, children[at]));
        }

        nodes[index].Count = steps.Count - nodes[index].First;
        nodes[index].View = Seen(index, sum);
    }

    private bool IsPlainPool(int index) => layout.Nodes[index].Kind == LayoutKind.Pool && nodes[index].IsPlain;

    /// <summary>The sum of those before and one more child.</summary>
    private CostTable WithChild(int index, CostTable sum, int child)
    {
        ref readonly var part = ref nodes[child];
        var isExact = layout.Nodes[index].IsExact;
        var isPlain = IsPlainPool(child);
        if (!isPlain && sum == steps[nodes[index].First] && part.View.Top <= nodes[index].Cap && part.View.Levels <= nodes[index].CapBelow)
        {
            return part.View; // Added to nothing.
        }

        var (top, levels) = isPlain ? (part.AtLevel.Top, part.Below.Top) : (part.View.Top, part.View.Levels);
        var next = arena.NewEmpty(Math.Min(nodes[index].Cap, sum.Top + top), Math.Min(nodes[index].CapBelow, sum.Levels + levels));
        if (arena.IsTooLarge)
        {
            return next;
        }

        if (isPlain)
        {
            AddPlainPool(sum, part, next, next.Levels, isExact);
        }
        else
        {
            arena.Merge(sum, part.View, next, isExact, isExact, part.Allowed);
        }

        arena.Seal(next, isExact);
        return next;
    }

    private void BuildChoose(int index, in LayoutNode node)
    {
        ref var own = ref nodes[index];
        own.First = steps.Count;
        var (top, levels, children) = (0, 0, 0);
        for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode, children++)
        {
            (top, levels) = (Math.Min(own.Cap, top + nodes[child].View.Top), Math.Min(own.CapBelow, levels + nodes[child].View.Levels));
        }

        var most = Math.Min(node.MaxActive, children);
        for (var active = 0; active <= most; active++)
        {
            steps.Add(active == 0 ? arena.NewStart(top, levels, node.IsExact) : arena.NewEmpty(top, levels));
        }

        for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode)
        {
            var before = steps.Count - 1 - most;
            for (var active = 0; active <= most; active++)
            {
                var next = arena.NewEmpty(top, levels);
                if (!slots.IsForced(layout.Nodes[child]))
                {
                    arena.Cheaper(steps[before + active], next);
                }

                if (active > 0)
                {
                    arena.Merge(steps[before + active - 1], nodes[child].View, next, node.IsExact, node.IsExact);
                }

                arena.Seal(next, node.IsExact);
                steps.Add(next);
            }
        }

        own.Count = steps.Count - own.First;
        var best = arena.NewEmpty(top, levels);
        for (var active = node.MinActive; active <= most; active++)
        {
            arena.Cheaper(steps[steps.Count - 1 - most + active], best);
        }

        arena.Seal(best, node.IsExact);
        own.View = Seen(index, best);
    }

    /// <summary>A sum as the node above sees it: within the node's bounds, and exact or "at least" as that node has it.</summary>
    private CostTable Seen(int index, CostTable sum)
    {
        // What the whole needs is asked of the last table of all.
        var need = index == 0 ? 0 : nodes[index].Need;
        var isExact = IsExactAbove(index);
        if (arena.IsTooLarge || (need <= 0 && nodes[index].Most == int.MaxValue && layout.Nodes[index].IsExact == isExact))
        {
            return sum;
        }

        var seen = arena.NewEmpty(sum.Top, sum.Levels);
        if (!arena.IsTooLarge)
        {
            arena.Cheaper(sum, seen);
            Within(seen, need, nodes[index].Most, isExact);
        }

        return seen;
    }

    /// <summary>Forgets cells outside a window of both sums together, and makes the others "at least" unless they are to be exact.</summary>
    private void Within(CostTable table, int min, int max, bool isExact)
    {
        var cells = table.Blocks * CostTable.Lanes;
        for (var level = table.Levels; level >= 0; level--)
        {
            var row = arena.Cells.AsSpan(table.Row(level), cells);
            var end = Math.Clamp(max - level, -1, table.Top) + 1;
            row[..Math.Clamp(min - level, 0, cells)].Fill(CostTable.Never);
            row[end..].Fill(CostTable.Never);
            if (!isExact)
            {
                ref var more = ref arena.Cell(table.Row(Math.Min(level + 1, table.Levels)));
                CostTable.Lower(ref row[0], ref more, table.Blocks, cost: 0);
                CostTable.MakeAtLeast(ref row[0], table.Blocks);
            }
        }

        arena.Seal(table, isExact);
    }
}
