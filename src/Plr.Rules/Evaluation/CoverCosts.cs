using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>What it costs at least, from a step on, to fill one bound alone: exact for that bound, with all others forgotten.</summary>
/// <remarks>
/// For each bound with a minimum, a table of step and lacking sum, filled from the end: the usual covering knapsack, in packed cost,
/// so that it bounds credits, units and hours at once. Large sums are counted in coarser parts, rounded the safe way.
/// </remarks>
internal sealed class CoverCosts
{
    /// <summary>More than any cost; two of them still add up without overflow.</summary>
    public const long Never = long.MaxValue / 8;

    private const int MaxColumns = 512;
    private const long MaxCells = 20_000_000;

    private readonly CompiledRule rule;
    private readonly OptionTable options;
    private readonly OfferTable offers;
    private readonly long[][] tables;
    private readonly int[] scales;

    public CoverCosts(CompiledRule rule, OfferTable offers, OptionTable options)
    {
        (this.rule, this.offers, this.options) = (rule, offers, options);
        tables = new long[rule.Constraints.Length][];
        scales = new int[rule.Constraints.Length];
        foreach (var constraint in rule.Constraints.Where(constraint => constraint.HasMin && constraint.Share is null))
        {
            tables[constraint.Index] = Fill(constraint);
        }

        Mandatory = MandatoryAfter();
        NodeCost = new long[rule.Nodes.Length];
        for (var node = rule.Nodes.Length - 1; node >= 0; node--)
        {
            NodeCost[node] = CostOf(rule.Nodes[node]);
        }

        LaterSiblings = [.. rule.Nodes.Select(CostOfLaterSiblings)];
    }

    /// <summary>Step: what the mandatory slots from there to the end of their node cost at least.</summary>
    public long[] Mandatory { get; }

    /// <summary>Node: what it costs at least from nothing; 0 in overlays.</summary>
    public long[] NodeCost { get; }

    /// <summary>Node: in a group, the sum over later siblings; in a choose, the least of them.</summary>
    public long[] LaterSiblings { get; }

    /// <summary>What it costs at least, from a step on, to add what a bound lacks.</summary>
    public long Of(Constraint constraint, int step, int lacking)
    {
        if (lacking <= 0)
        {
            return 0;
        }

        var first = FirstStep(constraint);
        var scale = scales[constraint.Index];
        return tables[constraint.Index][(step - first) * Columns(constraint, scale) + lacking / scale];
    }

    /// <summary>Whether the tables of a rule would take more memory than a rule is worth.</summary>
    public static bool IsTooLarge(CompiledRule rule) => rule.Constraints.Where(constraint => constraint.HasMin && constraint.Share is null)
        .Sum(constraint => (rule.Nodes[constraint.Node].CloseStep + 1L) * Columns(constraint, constraint.Min / MaxColumns + 1)) > MaxCells;

    private static int Columns(Constraint constraint, int scale) => constraint.Min / scale + 1;

    private int FirstStep(Constraint constraint) => rule.Nodes[constraint.Node].Tree > 0 ? 0 : rule.Nodes[constraint.Node].FirstStep;

    private int LastStep(Constraint constraint) => rule.Nodes[constraint.Node].CloseStep;

    private long[] Fill(Constraint constraint)
    {
        var scale = scales[constraint.Index] = constraint.Min / MaxColumns + 1;
        var columns = Columns(constraint, scale);
        var (first, last) = (FirstStep(constraint), LastStep(constraint));
        var table = new long[(last - first + 1) * columns];
        var end = table.AsSpan((last - first) * columns, columns);
        end.Fill(Never);
        end[0] = 0;
        for (var step = last - 1; step >= first; step--)
        {
            var row = table.AsSpan((step - first) * columns, columns);
            var (kind, node, slot) = rule.Steps[step];
            var next = table.AsSpan((NextStep(kind, node, step, last) - first) * columns, columns);
            next.CopyTo(row);
            if (kind == StepKind.Slot)
            {
                FillSlot(constraint, slot, scale, next, row);
            }
            else if (kind == StepKind.Enter && node != constraint.Node)
            {
                var skip = table.AsSpan((Math.Min(last, rule.Nodes[node].CloseStep + 1) - first) * columns, columns);
                for (var column = 0; column < columns; column++)
                {
                    row[column] = Math.Min(row[column], skip[column]);
                }
            }
        }

        return table;
    }

    /// <summary>Where the search goes on: after the only child that a choose allows, at the end of the choose.</summary>
    private int NextStep(StepKind kind, int node, int step, int last)
    {
        var parent = rule.Nodes[node].Parent;
        return kind == StepKind.Close && parent >= 0 && rule.Nodes[parent].IsChoose && rule.Nodes[parent].MaxActive == 1 && rule.Nodes[parent].Tree == 0
            ? Math.Min(last, rule.Nodes[parent].CloseStep)
            : step + 1;
    }

    private void FillSlot(Constraint constraint, int slot, int scale, ReadOnlySpan<long> next, Span<long> row)
    {
        var (may, isFirst) = (false, true);
        foreach (var option in options.Of(slot))
        {
            may |= option.Offer < 0;
        }

        foreach (var option in options.Of(slot))
        {
            if (option.Offer < 0)
            {
                continue;
            }

            var added = (Added(constraint, slot, option) + scale - 1) / scale;
            for (var column = 0; column < row.Length; column++)
            {
                var cost = Math.Min(Never, option.Cost + next[Math.Max(0, column - added)]);
                row[column] = isFirst && !may ? cost : Math.Min(row[column], cost);
            }

            isFirst = false;
        }

        if (isFirst && !may)
        {
            row.Fill(Never);
        }
    }

    private int Added(Constraint constraint, int slot, SlotOption option)
    {
        var unit = rule.Slots[slot].Unit;
        var added = constraint.Contribution(unit, rule.Measure(unit, constraint.Measure), offers.ByUnit[unit][option.Offer].Source);
        var tree = rule.Nodes[constraint.Node].Tree;
        if (tree == 0 || added == 0)
        {
            return added;
        }

        foreach (var place in rule.OverlaySlots[tree - 1][unit])
        {
            if (rule.SlotAbove[place].AsSpan().Contains(constraint.Index))
            {
                return added;
            }
        }

        return 0;
    }

    private long[] MandatoryAfter()
    {
        var after = new long[rule.Steps.Length + 1];
        for (var step = rule.Steps.Length - 1; step >= 0; step--)
        {
            var (kind, node, slot) = rule.Steps[step];
            if (kind == StepKind.Slot && rule.Nodes[node].IsAll)
            {
                var least = Never;
                foreach (var option in options.Of(slot))
                {
                    least = Math.Min(least, option.Cost);
                }

                after[step] = Math.Min(Never, after[step + 1] + least);
            }
        }

        return after;
    }

    private long CostOf(CompiledNode node)
    {
        if (node.Tree > 0)
        {
            return 0;
        }

        var cost = node.Children.Count == 0 ? Mandatory[node.CloseStep - node.Slots.Count] : CostOfChildren(node);
        foreach (var index in node.Constraints)
        {
            if (tables[index] is not null)
            {
                cost = Math.Max(cost, Of(rule.Constraints[index], node.FirstStep, rule.Constraints[index].Min));
            }
        }

        return cost;
    }

    private long CostOfChildren(CompiledNode node)
    {
        if (!node.IsChoose)
        {
            return Sum(node.Children.Select(child => NodeCost[child]));
        }

        return node.MinActive > node.Children.Count || node.MaxActive < node.MinActive
            ? Never
            : Sum(node.Children.Select(child => NodeCost[child]).Order().Take(node.MinActive));
    }

    private long CostOfLaterSiblings(CompiledNode node)
    {
        if (node.Parent < 0 || node.Tree > 0)
        {
            return 0;
        }

        var parent = rule.Nodes[node.Parent];
        var later = parent.Children.Skip(parent.Children.IndexOf(node.Index) + 1).Select(child => NodeCost[child]);
        return parent.IsChoose ? later.DefaultIfEmpty(Never).Min() : Sum(later);
    }

    private static long Sum(IEnumerable<long> costs) => costs.Aggregate(0L, (sum, cost) => Math.Min(Never, sum + cost));
}
