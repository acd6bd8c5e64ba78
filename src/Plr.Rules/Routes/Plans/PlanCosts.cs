using System.Numerics;
using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>The least of a plan's variant with its lanes forgotten: for each sum of counted credits, the least fresh credits.</summary>
/// <remarks>
/// Achieved units cost nothing and need not be counted, so maxima and clips are exact. A table has a column for each sum that a bound
/// can tell apart; a unit shifts it, a group joins the tables of its parts. Of all allocations that cost the least, one that gains the
/// watched lane most is kept: a cell is the cost, shifted, less that gain.
/// </remarks>
internal ref struct PlanCosts
{
    /// <summary>The most credits of all listings of a plan together.</summary>
    public const int MaxCredits = 15_000;

    private const int CostShift = 12;
    private const int MaxWatched = (1 << CostShift - 1) - 1;
    private const int MaxCells = 1 << 15;
    private const int None = 1 << 29;

    /// <summary>From here on a cell is nothing, whatever was added to it or taken off.</summary>
    private const int Nothing = 1 << 28;

    private readonly PlanSums sums;
    private readonly PlanHoldings holdings;
    private readonly PlanScratch scratch;
    private readonly PlanLane? watched;
    private readonly int width;
    private int free;

    private PlanCosts(in PlanSums sums, in PlanHoldings holdings, PlanLane? watched, PlanScratch scratch)
    {
        this.sums = sums;
        this.holdings = holdings;
        this.watched = watched;
        this.scratch = scratch;
        width = sums.Variant.Width;
    }

    /// <summary>The least fresh credits with lanes forgotten, and whether they are known to be kept all the same; else it is a lower bound.</summary>
    public static (int Least, bool IsKept) Least(in PlanSums sums, in PlanHoldings holdings, PlanScratch scratch)
    {
        var lanes = sums.Variant.Lanes;
        if (sums.Variant.Width > MaxCells)
        {
            return (0, false);
        }

        var watched = lanes is [{ Max: int.MaxValue } one] && CanWatch(one, sums) ? one : null;
        var cell = new PlanCosts(sums, holdings, watched, scratch).Cheapest();
        if (cell is null)
        {
            return (0, false);
        }

        if (cell >= Nothing)
        {
            return (PlanEvaluator.Unreachable, true);
        }

        var cost = (cell.Value + MaxWatched) >> CostShift;
        return (cost, lanes.Length == 0 || (watched is not null && (cost << CostShift) - cell.Value >= watched.Min));
    }

    private static bool CanWatch(PlanLane lane, in PlanSums sums)
    {
        var most = 0;
        for (var bits = lane.Scope & (sums.Have | sums.Fresh); bits != 0; bits &= bits - 1)
        {
            most += sums.Plan.Measure((int)UInt128.TrailingZeroCount(bits), lane.Measure);
        }

        return most * (lane.Share?.Denominator ?? 1L) <= MaxWatched;
    }

    /// <summary>The best cell of the whole tree; null if the tables are too large.</summary>
    private int? Cheapest()
    {
        var nodes = sums.Variant.Nodes;
        Span<int> tables = stackalloc int[nodes.Length];
        var top = 0;
        for (var index = 0; index < nodes.Length; index++)
        {
            ref readonly var node = ref nodes[index];
            if (node.IsFree && index < nodes.Length - 1)
            {
                tables[top++] = ~index; // Its units go straight into the table of the group.
                continue;
            }

            top -= node.Children;
            var from = free;
            foreach (var part in tables.Slice(top, node.Children))
            {
                from = part >= 0 ? Math.Min(from, part) : from;
            }

            if ((node.Kind == PlanNodeKind.Group ? Join(node, tables.Slice(top, node.Children)) : List(node, Empty())) is not { } table)
            {
                return null;
            }

            // The result takes the place of what it was made of.
            Cells(table).CopyTo(Cells(from));
            free = from + width;
            Keep(node, Cells(from));
            tables[top++] = from;
        }

        var best = None;
        foreach (var cell in Cells(tables[0]))
        {
            best = Math.Min(best, cell);
        }

        return best;
    }

    private readonly Span<int> Cells(int from, int lines = 1) => scratch.Cells(from, lines * width);

    private int Allocate(int lines)
    {
        var from = free;
        free += lines * width;
        Cells(from, lines).Fill(None);
        return from;
    }

    /// <summary>A table in which nothing is counted yet.</summary>
    private int Empty()
    {
        var table = Allocate(1);
        Cells(table)[0] = 0;
        return table;
    }

    /// <summary>The table after the units listed in a node; null if it is too large.</summary>
    private int? List(in PlanNode node, int start)
    {
        if (node.Kind == PlanNodeKind.All && (node.Members & ~(sums.Have | sums.Fresh)) != 0)
        {
            Cells(start).Fill(None);
            return start;
        }

        var counts = !node.CountsUnits ? 1 : 1 + (node.MaxUnits == int.MaxValue ? node.MinUnits : node.MaxUnits);
        if ((long)counts * width > MaxCells)
        {
            return null;
        }

        var (table, next) = (Allocate(counts), Allocate(counts));
        Cells(start).CopyTo(Cells(table));
        for (var items = node.Members & (sums.Have | sums.Fresh); items != 0; items &= items - 1)
        {
            var bit = (int)UInt128.TrailingZeroCount(items);
            var from = Cells(table, counts);
            var into = Cells(next, counts);
            if (node.Kind == PlanNodeKind.All || (sums.Taken >> bit & 1) != 0)
            {
                into.Fill(None);
            }
            else
            {
                from.CopyTo(into);
            }

            var isHeld = (sums.Have >> bit & 1) != 0;
            Add(node, bit, isFresh: !isHeld, counts, from, into);
            if (isHeld && sums.Plan.SourcesMatter && (sums.Plan.Available >> bit & 1) != 0)
            {
                Add(node, bit, isFresh: true, counts, from, into); // Its source may be full.
            }

            (table, next) = (next, table);
        }

        return node.CountsUnits ? EnoughUnits(node, table, counts) : table;
    }

    private readonly void Add(in PlanNode node, int bit, bool isFresh, int counts, ReadOnlySpan<int> from, Span<int> into)
    {
        int credits = sums.Plan.Credits[bit];
        var source = isFresh ? CreditSource.Fresh : holdings.SourceOf(bit);
        var gain = watched is null ? 0 : watched.Gain(bit, sums.Plan.Measure(bit, watched.Measure), source);
        var cost = (isFresh ? credits << CostShift : 0) - gain;
        for (var count = 0; count < counts; count++)
        {
            var next = !node.CountsUnits ? 0 : count + 1 < counts ? count + 1 : node.MaxUnits == int.MaxValue ? count : -1;
            if (next >= 0)
            {
                Shift(from.Slice(count * width, width), into.Slice(next * width, width), credits, cost, node.IsCapped);
            }
        }
    }

    /// <summary>into[v + credits] = min(itself, from[v] + cost); what goes past the last column is enough, or too much.</summary>
    private static void Shift(ReadOnlySpan<int> from, Span<int> into, int credits, int cost, bool isCapped)
    {
        var fits = from.Length - credits;
        if (fits > 0)
        {
            Lower(from[..fits], into[credits..], cost);
        }

        if (!isCapped && credits > 0)
        {
            var least = None;
            foreach (var cell in from[Math.Max(0, fits)..])
            {
                least = Math.Min(least, cell);
            }

            into[^1] = Math.Min(into[^1], least < Nothing ? least + cost : None);
        }
    }

    /// <summary>into[i] = min(into[i], from[i] + cost).</summary>
    private static void Lower(ReadOnlySpan<int> from, Span<int> into, int cost)
    {
        var added = new Vector<int>(cost);
        var at = 0;
        for (; at + Vector<int>.Count <= from.Length; at += Vector<int>.Count)
        {
            Vector.Min(new Vector<int>(into[at..]), new Vector<int>(from[at..]) + added).CopyTo(into[at..]);
        }

        for (; at < from.Length; at++)
        {
            into[at] = Math.Min(into[at], from[at] + cost);
        }
    }

    /// <summary>Forgets how many units were counted, where enough were.</summary>
    private int EnoughUnits(in PlanNode node, int table, int counts)
    {
        var enough = Allocate(1);
        for (var count = node.MinUnits; count < counts; count++)
        {
            Lower(Cells(table + count * width), Cells(enough), 0);
        }

        return enough;
    }

    private int? Join(in PlanNode node, scoped ReadOnlySpan<int> parts)
    {
        int? table = null;
        foreach (var part in parts)
        {
            if (part >= 0)
            {
                table = table is { } other ? JoinTwo(node, part, other) : part;
            }
        }

        table ??= Empty();
        foreach (var part in parts)
        {
            if (part < 0 && table is { } start)
            {
                table = List(sums.Variant.Nodes[~part], start);
            }
        }

        return table;
    }

    private int JoinTwo(in PlanNode node, int one, int other)
    {
        var joined = Allocate(1);
        var from = Cells(one);
        for (var column = 0; column < width; column++)
        {
            if (from[column] < Nothing)
            {
                Shift(Cells(other), Cells(joined), column, from[column], node.IsCapped);
            }
        }

        return joined;
    }

    /// <summary>Drops the sums outside a node's bounds, and clips the others.</summary>
    private static void Keep(in PlanNode node, Span<int> line)
    {
        line[..node.Min].Fill(None);
        if (node.Max < line.Length - 1)
        {
            line[(node.Max + 1)..].Fill(None);
        }

        if (node.Clip < line.Length - 1)
        {
            var over = line[(node.Clip + 1)..];
            foreach (var cell in over)
            {
                line[node.Clip] = Math.Min(line[node.Clip], cell);
            }

            over.Fill(None);
        }
    }
}
