using System.Numerics;

namespace Plr.Rules.Routes.Plans;

/// <summary>The least fresh credits when every achieved unit counts and a floor keeps them from being fewer; a bound where some might be left out.</summary>
/// <remarks>For each sum of optional fresh credits, the most of them that pass the floor: a table of one line a node.</remarks>
internal static class PlanFloor
{
    private const short None = -16_000;

    /// <param name="bound">What isn't less than this may be answered as <see cref="PlanEvaluator.Unreachable"/>: larger sums are not looked at.</param>
    /// <param name="relaxed">Whether achieved units have no part in a maximum: then it is a lower bound, else an upper one.</param>
    /// <param name="missing">Credits that the floor lacks when all achieved and mandatory units count.</param>
    /// <returns>The credits, <see cref="PlanEvaluator.Unreachable"/> or <see cref="PlanSums.Unknown"/>.</returns>
    public static int Least(in PlanSums sums, PlanLane floor, int missing, int bound, bool relaxed)
    {
        var columns = Math.Clamp((bound + Vector<short>.Count - 1) / Vector<short>.Count * Vector<short>.Count, Vector<short>.Count, PlanSums.SumBits);
        var nodes = sums.Variant.Nodes;
        var passing = floor.Scope & floor.Passing;
        Span<short> tables = stackalloc short[(nodes.Length + 2) * columns];
        Span<int> certain = stackalloc int[nodes.Length];
        Span<int> mandatory = stackalloc int[nodes.Length];
        var table = tables.Slice((nodes.Length + 1) * columns, columns);
        var spare = tables.Slice(nodes.Length * columns, columns);
        var top = 0;
        foreach (ref readonly var node in nodes.AsSpan())
        {
            top -= node.Children;
            table.Fill(None);
            table[0] = 0;
            var fresh = (node.Kind == PlanNodeKind.All ? node.Members : node.Members & sums.Taken) & ~sums.Have;
            var paid = sums.Plan.CreditsOf(fresh);
            var all = paid + sums.Plan.CreditsOf(node.Members & sums.Have);
            if (node.CountsUnits)
            {
                AddByCount(sums, passing, node, relaxed, table);
            }
            else if (node.Kind == PlanNodeKind.Pool)
            {
                Add(sums, passing, node.Members & sums.Fresh & ~sums.Taken, table);
            }

            for (var child = top; child < top + node.Children; child++)
            {
                all += certain[child];
                paid += mandatory[child];
                Join(table, tables.Slice(child * columns, columns), spare);
                spare.CopyTo(table);
            }

            Window(table, node.Min - all, (long)node.Max - (relaxed ? paid : all));
            table.CopyTo(tables.Slice(top * columns, columns));
            (certain[top], mandatory[top]) = (all, paid);
            top++;
        }

        for (var sum = 0; sum < columns; sum++)
        {
            if (tables[sum] >= missing)
            {
                return mandatory[0] + sum;
            }
        }

        return columns < PlanSums.SumBits || sums.Plan.CreditsOf(sums.Fresh) < PlanSums.SumBits ? PlanEvaluator.Unreachable : PlanSums.Unknown;
    }

    private static void Window(Span<short> table, int least, long most)
    {
        table[..Math.Clamp(least, 0, table.Length)].Fill(None);
        table[(int)Math.Clamp(most + 1, 0, table.Length)..].Fill(None);
    }

    private static void Add(in PlanSums sums, UInt128 passing, UInt128 items, Span<short> table)
    {
        for (; items != 0; items &= items - 1)
        {
            var bit = (int)UInt128.TrailingZeroCount(items);
            var credits = sums.Plan.Credits[bit];
            var gain = (passing >> bit & 1) != 0 ? credits : (short)0;
            Raise(table, credits, gain);
        }
    }

    /// <summary>table[sum] = max(itself, table[sum - credits] + gain), from the top down, so that a unit counts once.</summary>
    private static void Raise(Span<short> table, int credits, short gain)
    {
        var added = new Vector<short>(gain);
        var sum = table.Length - Vector<short>.Count;
        for (; sum >= credits; sum -= Vector<short>.Count)
        {
            Vector.Max(new Vector<short>(table[sum..]), new Vector<short>(table[(sum - credits)..]) + added).CopyTo(table[sum..]);
        }

        for (sum += Vector<short>.Count - 1; sum >= credits; sum--)
        {
            table[sum] = Math.Max(table[sum], (short)(table[sum - credits] + gain));
        }
    }

    /// <summary>The same for a pool that counts units: a layer for each number of fresh units, then the best of those allowed.</summary>
    private static void AddByCount(in PlanSums sums, UInt128 passing, in PlanNode node, bool relaxed, Span<short> table)
    {
        var items = node.Members & sums.Fresh & ~sums.Taken;
        var certain = (int)UInt128.PopCount(node.Members & (sums.Have | sums.Taken));
        var forced = (int)UInt128.PopCount(node.Members & sums.Taken & ~sums.Have);
        var count = (int)UInt128.PopCount(items);
        var columns = table.Length;
        Span<short> layers = stackalloc short[(count + 1) * columns];
        layers.Fill(None);
        layers[0] = 0;
        for (var seen = 0; items != 0; items &= items - 1, seen++)
        {
            var bit = (int)UInt128.TrailingZeroCount(items);
            var credits = sums.Plan.Credits[bit];
            var gain = (passing >> bit & 1) != 0 ? credits : (short)0;
            for (var layer = seen; layer >= 0 && credits < columns; layer--)
            {
                var from = layers.Slice(layer * columns, columns - credits);
                var into = layers.Slice((layer + 1) * columns + credits, columns - credits);
                for (var sum = 0; sum < from.Length; sum++)
                {
                    into[sum] = Math.Max(into[sum], (short)(from[sum] + gain));
                }
            }
        }

        table.Fill(None);
        for (var layer = Math.Max(0, node.MinUnits - certain); layer <= count && layer <= (long)node.MaxUnits - (relaxed ? forced : certain); layer++)
        {
            var from = layers.Slice(layer * columns, columns);
            for (var sum = 0; sum < columns; sum++)
            {
                table[sum] = Math.Max(table[sum], from[sum]);
            }
        }
    }

    private static void Join(ReadOnlySpan<short> one, ReadOnlySpan<short> other, Span<short> merged)
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
