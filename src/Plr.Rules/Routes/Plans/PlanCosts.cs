using System.Numerics;
using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>The exact answer of a plan's variant: for each sum of counted credits, and of each lane, the least fresh credits.</summary>
/// <remarks>
/// Achieved units cost nothing and need not be counted, so maxima, clips and lanes are exact. A table has a row for each state of the
/// lanes and a column for each sum that a bound can tell apart; a unit shifts it, a group joins the tables of its parts.
/// </remarks>
internal ref struct PlanCosts
{
    /// <summary>The most credits of all listings of a plan together: twice as much still fits a cell.</summary>
    public const int MaxCredits = 15_000;

    /// <summary>The tables would be too large.</summary>
    public const int TooLarge = -1;

    /// <summary>A cell is the cost, shifted, less what the watched lane gained: the cheapest first, then the one that gained most.</summary>
    private const int CostShift = 12;
    private const int MaxWatched = (1 << CostShift - 1) - 1;
    private const int None = 1 << 29;

    /// <summary>From here on a cell is nothing, whatever was added to it or taken off.</summary>
    private const int Nothing = 1 << 28;
    private const int MaxCells = 1 << 15;
    private const int MaxJoinedLines = 1 << 18;

    private readonly PlanSums sums;
    private readonly PlanHoldings holdings;
    private readonly PlanScratch scratch;
    private readonly ReadOnlySpan<LaneSums> lanes;
    private readonly PlanLane? watched;
    private readonly int width;
    private readonly int rows;
    private readonly int bound;
    private int free;
    private int work = MaxJoinedLines;

    private PlanCosts(in PlanSums sums, in PlanHoldings holdings, ReadOnlySpan<LaneSums> lanes, PlanLane? watched, int rows, int bound, PlanScratch scratch)
    {
        this.sums = sums;
        this.holdings = holdings;
        this.scratch = scratch;
        this.lanes = lanes;
        this.rows = rows;
        this.watched = watched;
        this.bound = Math.Min(bound, MaxCredits + 1) << CostShift;
        width = sums.Variant.Width;
    }

    /// <summary>The least fresh credits with every lane kept.</summary>
    /// <param name="bound">What isn't less than this may be answered as <see cref="PlanEvaluator.Unreachable"/>.</param>
    /// <returns>The credits, <see cref="PlanEvaluator.Unreachable"/> or <see cref="TooLarge"/>.</returns>
    public static int Least(in PlanSums sums, in PlanHoldings holdings, int bound, PlanScratch scratch)
    {
        var all = sums.Variant.Lanes;
        if (all.Length > scratch.Lanes.Length)
        {
            return TooLarge;
        }

        var lanes = scratch.Lanes;
        var rows = 1L;
        for (var lane = 0; lane < all.Length; lane++)
        {
            lanes[lane] = LaneSums.Of(all[lane], sums, holdings, (int)Math.Min(rows, MaxCells));
            rows *= Math.Min(MaxCells, lanes[lane].Size);
        }

        return rows * sums.Variant.Width > MaxCells ? TooLarge
            : CostOf(new PlanCosts(sums, holdings, lanes.AsSpan(0, all.Length), null, (int)rows, bound, scratch).Least());
    }

    /// <summary>The least fresh credits with lanes forgotten, and whether the only lane is kept all the same.</summary>
    /// <remarks>Of all allocations that cost the least, one that gains the lane most is found: if that is not enough, more credits remain.</remarks>
    public static (int Least, bool IsKept) WithoutLanes(in PlanSums sums, in PlanHoldings holdings, PlanScratch scratch)
    {
        var lanes = sums.Variant.Lanes;
        var watched = lanes is [{ Max: int.MaxValue } one] && LaneSums.Of(one, sums, holdings, 1).IsWithin(MaxWatched) ? one : null;
        if (sums.Variant.Width > MaxCells)
        {
            return (TooLarge, false);
        }

        var cell = new PlanCosts(sums, holdings, [], watched, 1, PlanEvaluator.Unreachable, scratch).Least();
        var cost = CostOf(cell);
        return (cost, cost is PlanEvaluator.Unreachable or TooLarge || lanes.Length == 0 || (watched is not null && (cost << CostShift) - cell >= watched.Min));
    }

    private static int CostOf(int cell) => cell is TooLarge ? TooLarge : cell >= Nothing ? PlanEvaluator.Unreachable : (cell + MaxWatched) >> CostShift;

    private int Least()
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

            var table = node.Kind == PlanNodeKind.Group ? Join(node, tables.Slice(top, node.Children)) : List(node, Empty());
            if (table < 0)
            {
                return table;
            }

            // The result takes the place of what it was made of.
            Cells(table, rows).CopyTo(Cells(from, rows));
            free = from + rows * width;
            Keep(node, Cells(from, rows));
            tables[top++] = from;
        }

        return Best(Cells(tables[0], rows));
    }

    private readonly Span<int> Cells(int from, int count) => scratch.Cells(from, count * width);

    private int Allocate(int count)
    {
        var from = free;
        free += count * width;
        scratch.Cells(from, count * width).Fill(None);
        return from;
    }

    /// <summary>A table in which nothing is counted yet.</summary>
    private int Empty()
    {
        var row = 0;
        foreach (ref readonly var lane in lanes)
        {
            row += lane.Start * lane.Stride;
        }

        var table = Allocate(rows);
        Cells(table, rows)[row * width] = 0;
        return table;
    }

    /// <summary>The table after the units listed in a node; what can't be answered is negative or <see cref="PlanEvaluator.Unreachable"/>.</summary>
    private int List(in PlanNode node, int start)
    {
        if (node.Kind == PlanNodeKind.All && (node.Members & ~(sums.Have | sums.Fresh)) != 0)
        {
            Cells(start, rows).Fill(None);
            return start;
        }

        var counts = !node.CountsUnits ? 1 : 1 + (node.MaxUnits == int.MaxValue ? node.MinUnits : node.MaxUnits);
        if ((long)counts * rows * width > MaxCells)
        {
            return TooLarge;
        }

        var (table, next) = (Allocate(counts * rows), Allocate(counts * rows));
        Cells(start, rows).CopyTo(Cells(table, rows));
        for (var items = node.Members & (sums.Have | sums.Fresh); items != 0; items &= items - 1)
        {
            var bit = (int)UInt128.TrailingZeroCount(items);
            var from = Cells(table, counts * rows);
            var into = Cells(next, counts * rows);
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

        return node.CountsUnits ? FewestOrMore(node, table, counts) : table;
    }

    private readonly void Add(in PlanNode node, int bit, bool isFresh, int counts, ReadOnlySpan<int> from, Span<int> into)
    {
        int credits = sums.Plan.Credits[bit];
        var source = isFresh ? CreditSource.Fresh : holdings.SourceOf(bit);
        var cost = (isFresh ? credits << CostShift : 0) - (watched is null ? 0 : watched.Gain(bit, sums.Plan.Measure(bit, watched.Measure), source));
        for (var row = 0; row < counts * rows; row++)
        {
            var line = from.Slice(row * width, width);
            var (count, state) = Math.DivRem(row, rows);
            var nextCount = !node.CountsUnits ? 0 : count + 1 < counts ? count + 1 : node.MaxUnits == int.MaxValue ? count : -1;
            if (nextCount < 0 || !IsLive(line) || (state = Moved(state, bit, source)) < 0)
            {
                continue;
            }

            Shift(line, into.Slice((nextCount * rows + state) * width, width), credits, cost, node.IsCapped);
        }
    }

    /// <summary>The row after a unit is counted, or -1 if a lane is over its maximum.</summary>
    private readonly int Moved(int row, int bit, CreditSource source)
    {
        var moved = 0;
        foreach (ref readonly var lane in lanes)
        {
            var value = lane.Moved(row / lane.Stride % lane.Size, lane.Lane.Gain(bit, sums.Plan.Measure(bit, lane.Lane.Measure), source));
            if (value < 0)
            {
                return -1;
            }

            moved += value * lane.Stride;
        }

        return moved;
    }

    private static bool IsLive(ReadOnlySpan<int> line)
    {
        foreach (var cell in line)
        {
            if (cell < Nothing)
            {
                return true;
            }
        }

        return false;
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
    private int FewestOrMore(in PlanNode node, int table, int counts)
    {
        var least = Allocate(rows);
        for (var count = node.MinUnits; count < counts; count++)
        {
            Lower(Cells(table + count * rows * width, rows), Cells(least, rows), 0);
        }

        return least;
    }

    private int Join(in PlanNode node, scoped ReadOnlySpan<int> parts)
    {
        var table = -1;
        foreach (var part in parts)
        {
            if (part >= 0)
            {
                table = table < 0 ? part : JoinTwo(node, part, table);
                if (table == TooLarge)
                {
                    return TooLarge;
                }
            }
        }

        table = table < 0 ? Empty() : table;
        foreach (var part in parts)
        {
            if (part < 0 && (table = List(sums.Variant.Nodes[~part], table)) < 0)
            {
                return table;
            }
        }

        return table;
    }

    private int JoinTwo(in PlanNode node, int one, int other)
    {
        var joined = Allocate(rows);
        var from = Cells(one, rows);
        var with = Cells(other, rows);
        var into = Cells(joined, rows);
        var live = LiveRows(with);
        // Rows from the best down: what costs no less than a better one is not worth joining.
        var better = scratch.Better(width);
        better.Fill(None);
        for (var row = rows - 1; row >= 0; row--)
        {
            var line = from.Slice(row * width, width);
            if (!IsLive(line))
            {
                continue;
            }

            if (lanes.Length <= 1)
            {
                DropWorse(node, line, better);
            }

            foreach (var second in live)
            {
                if (Joined(row, second) is >= 0 and var target)
                {
                    work -= JoinRows(node, line, with.Slice(second * width, width), into.Slice(target * width, width));
                }
            }

            if ((work -= live.Length) < 0)
            {
                return TooLarge;
            }
        }

        return joined;
    }

    private readonly ReadOnlySpan<int> LiveRows(ReadOnlySpan<int> table)
    {
        var live = scratch.Live(rows);
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            if (IsLive(table.Slice(row * width, width)))
            {
                live[count++] = row;
            }
        }

        return live[..count];
    }

    /// <summary>Drops the cells that a row seen before does at least as well, and notes the others.</summary>
    private readonly void DropWorse(in PlanNode node, Span<int> line, Span<int> better)
    {
        if (lanes.Length == 1 && lanes[0].IsCapped)
        {
            return;
        }

        var least = None;
        for (var column = width - 1; column >= 0; column--)
        {
            // With no maximum above, more credits for no more cost are as good.
            least = node.IsCapped ? better[column] : Math.Min(least, better[column]);
            if (line[column] >= least)
            {
                line[column] = None;
            }
            else
            {
                better[column] = line[column];
                least = node.IsCapped ? least : line[column];
            }
        }
    }

    /// <returns>How many lines were added.</returns>
    private readonly int JoinRows(in PlanNode node, ReadOnlySpan<int> from, ReadOnlySpan<int> with, Span<int> into)
    {
        var added = 0;
        for (var column = 0; column < from.Length; column++)
        {
            if (from[column] < Nothing && from[column] < bound)
            {
                Shift(with, into, column, from[column], node.IsCapped);
                added++;
            }
        }

        return added;
    }

    private readonly int Joined(int one, int other)
    {
        var joined = 0;
        foreach (ref readonly var lane in lanes)
        {
            var value = lane.Moved(one / lane.Stride % lane.Size, other / lane.Stride % lane.Size - lane.Start);
            if (value < 0)
            {
                return -1;
            }

            joined += value * lane.Stride;
        }

        return joined;
    }

    /// <summary>Drops the sums outside a node's bounds, and clips the others.</summary>
    private readonly void Keep(in PlanNode node, Span<int> table)
    {
        if (node.Min == 0 && node.Max == int.MaxValue && node.Clip == int.MaxValue)
        {
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            var line = table.Slice(row * width, width);
            line[..node.Min].Fill(None);
            if (node.Max < width - 1)
            {
                line[(node.Max + 1)..].Fill(None);
            }

            if (node.Clip < width - 1)
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

    private readonly int Best(ReadOnlySpan<int> table)
    {
        var best = None;
        for (var row = 0; row < rows; row++)
        {
            if (Holds(row))
            {
                foreach (var cell in table.Slice(row * width, width))
                {
                    best = Math.Min(best, cell);
                }
            }
        }

        return best;
    }

    private readonly bool Holds(int row)
    {
        foreach (ref readonly var lane in lanes)
        {
            if (row / lane.Stride % lane.Size < lane.Least)
            {
                return false;
            }
        }

        return true;
    }
}
