using System.Numerics;

namespace Plr.Rules.Routes;

/// <summary>Tables for the few cases that sums as bits don't decide.</summary>
internal static class PlanTables
{
    private const short None = -16_000;
    private const short Never = 16_000;
    private const int Columns = PlanSums.SumBits;
    private const int WideColumns = 256;

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
            if (node.CountsUnits)
            {
                return PlanEvaluator.NeedsSearch;
            }

            top -= node.Children;
            table.Fill(None);
            table[0] = 0;
            var missing = node.Kind == PlanNodeKind.All ? sums.Plan.CreditsOf(node.Members & ~sums.Have) : 0;
            var all = missing + sums.Plan.CreditsOf(node.Members & sums.Have);
            if (node.Kind == PlanNodeKind.Pool)
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

            Window(table, node.Min - all, (long)node.Max - all, None);
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

    /// <summary>For each sum of counted credits the least fresh ones; achieved units may be left uncounted.</summary>
    public static int LeavingOut(in PlanSums sums, PlanNode[] nodes)
    {
        UInt128 members = 0;
        foreach (ref readonly var node in nodes.AsSpan())
        {
            members |= node.Members;
            if (node.CountsUnits)
            {
                return PlanEvaluator.NeedsSearch;
            }
        }

        if (sums.Plan.CreditsOf(members & (sums.Have | sums.Fresh)) >= WideColumns)
        {
            return PlanEvaluator.NeedsSearch;
        }

        Span<short> tables = stackalloc short[(nodes.Length + 2) * WideColumns];
        var table = tables.Slice((nodes.Length + 1) * WideColumns, WideColumns);
        var top = 0;
        foreach (ref readonly var node in nodes.AsSpan())
        {
            top -= node.Children;
            table.Fill(Never);
            table[0] = 0;
            switch (node.Kind)
            {
                case PlanNodeKind.All:
                    table[0] = Never;
                    table[sums.Plan.CreditsOf(node.Members)] = (short)sums.Plan.CreditsOf(node.Members & ~sums.Have);
                    break;
                case PlanNodeKind.Pool:
                    AddByCost(sums, node.Members & (sums.Have | sums.Fresh), table);
                    break;
            }

            for (var child = top; child < top + node.Children; child++)
            {
                var spare = tables.Slice(nodes.Length * WideColumns, WideColumns);
                MergeLeast(table, tables.Slice(child * WideColumns, WideColumns), spare);
                spare.CopyTo(table);
            }

            Window(table, node.Min, node.Max, Never);
            table.CopyTo(tables.Slice(top * WideColumns, WideColumns));
            top++;
        }

        var least = Never;
        foreach (var cost in tables[..WideColumns])
        {
            least = Math.Min(least, cost);
        }

        return least >= Never ? PlanEvaluator.Unreachable : least;
    }

    private static void Window(Span<short> table, int least, long most, short nothing)
    {
        table[..Math.Clamp(least, 0, table.Length)].Fill(nothing);
        table[(int)Math.Clamp(most + 1, 0, table.Length)..].Fill(nothing);
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

    private static void AddByCost(in PlanSums sums, UInt128 items, Span<short> table)
    {
        for (; items != 0; items &= items - 1)
        {
            var bit = (int)UInt128.TrailingZeroCount(items);
            var credits = sums.Plan.Credits[bit];
            var cost = (sums.Have >> bit & 1) != 0 ? (short)0 : credits;
            for (var sum = table.Length - 1; sum >= credits; sum--)
            {
                table[sum] = Math.Min(table[sum], (short)Math.Min(Never, table[sum - credits] + cost));
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

    private static void MergeLeast(ReadOnlySpan<short> one, ReadOnlySpan<short> other, Span<short> merged)
    {
        merged.Fill(Never);
        for (var a = 0; a < one.Length; a++)
        {
            if (one[a] >= Never)
            {
                continue;
            }

            var into = merged[a..];
            var b = 0;
            var cost = new Vector<short>(one[a]);
            for (; b + Vector<short>.Count <= into.Length; b += Vector<short>.Count)
            {
                Vector.Min(new Vector<short>(into[b..]), cost + new Vector<short>(other[b..])).CopyTo(into[b..]);
            }

            for (; b < into.Length; b++)
            {
                into[b] = Math.Min(into[b], (short)(one[a] + other[b]));
            }
        }
    }
}
