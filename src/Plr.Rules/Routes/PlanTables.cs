using System.Numerics;

namespace Plr.Rules.Routes;

/// <summary>The table for the few cases that sums as bits don't decide.</summary>
internal static class PlanTables
{
    private const short None = -16_000;
    private const int Columns = PlanSums.SumBits;

    /// <summary>For each sum of optional fresh credits the most of them at the level; every achieved unit counts.</summary>
    public static int AtLevel(in PlanSums sums, PlanNode[] nodes, int levelMissing)
    {
        Span<short> tables = stackalloc short[(nodes.Length + 2) * Columns];
        Span<int> certain = stackalloc int[nodes.Length];
        Span<int> mandatory = stackalloc int[nodes.Length];
        var table = tables.Slice((nodes.Length + 1) * Columns, Columns);
        var top = 0;
        foreach (ref readonly var node in nodes.AsSpan())
        {
            top -= node.Children;
            table.Fill(None);
            table[0] = 0;
            var missing = node.Kind == PlanNodeKind.All ? sums.Plan.CreditsOf(node.Members & ~sums.Have) : 0;
            var all = missing + sums.Plan.CreditsOf(node.Members & sums.Have);
            if (node.CountsUnits)
            {
                AddByCount(sums, node, table);
            }
            else if (node.Kind == PlanNodeKind.Pool)
            {
                AddByLevel(sums, node.Members & sums.Fresh, table);
            }

            for (var child = top; child < top + node.Children; child++)
            {
                all += certain[child];
                missing += mandatory[child];
                var spare = tables.Slice(nodes.Length * Columns, Columns);
                MergeMost(table, tables.Slice(child * Columns, Columns), spare);
                spare.CopyTo(table);
            }

            Window(table, node.Min - all, (long)node.Max - all);
            table.CopyTo(tables.Slice(top * Columns, Columns));
            (certain[top], mandatory[top]) = (all, missing);
            top++;
        }

        for (var sum = 0; sum < Columns; sum++)
        {
            if (tables[sum] >= levelMissing)
            {
                return mandatory[0] + sum;
            }
        }

        return sums.Plan.CreditsOf(sums.Fresh) >= Columns ? PlanEvaluator.NeedsSearch : PlanEvaluator.Unreachable;
    }

    private static void Window(Span<short> table, int least, long most)
    {
        table[..Math.Clamp(least, 0, table.Length)].Fill(None);
        table[(int)Math.Clamp(most + 1, 0, table.Length)..].Fill(None);
    }

    private static void AddByLevel(in PlanSums sums, UInt128 items, Span<short> table)
    {
        for (; items != 0; items &= items - 1)
        {
            var bit = (int)UInt128.TrailingZeroCount(items);
            var credits = sums.Plan.Credits[bit];
            var gain = (sums.Plan.AtLevel >> bit & 1) != 0 ? credits : (short)0;
            for (var sum = table.Length - 1; sum >= credits; sum--)
            {
                table[sum] = Math.Max(table[sum], (short)(table[sum - credits] + gain));
            }
        }
    }

    /// <summary>The same for a pool that counts units: a layer for each number of fresh units, then the best of those allowed.</summary>
    private static void AddByCount(in PlanSums sums, in PlanNode node, Span<short> table)
    {
        var items = node.Members & sums.Fresh;
        var held = (int)UInt128.PopCount(node.Members & sums.Have);
        var count = (int)UInt128.PopCount(items);
        Span<short> layers = stackalloc short[(count + 1) * Columns];
        layers.Fill(None);
        layers[0] = 0;
        for (var seen = 0; items != 0; items &= items - 1, seen++)
        {
            var bit = (int)UInt128.TrailingZeroCount(items);
            var credits = sums.Plan.Credits[bit];
            var gain = (sums.Plan.AtLevel >> bit & 1) != 0 ? credits : (short)0;
            for (var layer = seen; layer >= 0 && credits < Columns; layer--)
            {
                var from = layers.Slice(layer * Columns, Columns - credits);
                var into = layers.Slice((layer + 1) * Columns + credits, Columns - credits);
                for (var sum = 0; sum < from.Length; sum++)
                {
                    into[sum] = Math.Max(into[sum], (short)(from[sum] + gain));
                }
            }
        }

        table.Fill(None);
        for (var layer = Math.Max(0, node.MinUnits - held); layer <= count && layer <= (long)node.MaxUnits - held; layer++)
        {
            var from = layers.Slice(layer * Columns, Columns);
            for (var sum = 0; sum < Columns; sum++)
            {
                table[sum] = Math.Max(table[sum], from[sum]);
            }
        }
    }

    private static void MergeMost(ReadOnlySpan<short> one, ReadOnlySpan<short> other, Span<short> merged)
    {
        merged.Fill(None);
        for (var a = 0; a < one.Length; a++)
        {
            if (one[a] < 0)
            {
                continue;
            }

            var into = merged[a..];
            var b = 0;
            var gain = new Vector<short>(one[a]);
            for (; b + Vector<short>.Count <= into.Length; b += Vector<short>.Count)
            {
                Vector.Max(new Vector<short>(into[b..]), gain + new Vector<short>(other[b..])).CopyTo(into[b..]);
            }

            for (; b < into.Length; b++)
            {
                into[b] = Math.Max(into[b], (short)(one[a] + other[b]));
            }
        }
    }
}
