using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plr.Rules.Direct;

/// <summary>Memory for tables of one evaluation after the other, and what is done with whole tables.</summary>
internal sealed class TableArena
{
    private const int MaxCells = 8_000_000;

    private int used;

    public uint[] Cells { get; private set; } = new uint[1 << 14];

    /// <summary>Whether tables would have become too large; then their contents mean nothing.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Cells in use.</summary>
    public int Used => used;

    /// <summary>Forgets tables, but for those made while no more was in use.</summary>
    public void Clear(int to = 0) => (used, IsTooLarge) = (to, false);

    public ref uint Cell(int at) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Cells), at);

    /// <summary>Room for a table; its cells are whatever was there.</summary>
    public CostTable New(int top, int levels)
    {
        var table = new CostTable(used, top, levels);
        var needed = (long)used + table.Size;
        if (needed > MaxCells)
        {
            IsTooLarge = true;
            return new CostTable(0, 0, 0);
        }

        if (needed > Cells.Length)
        {
            var more = new uint[Math.Max(needed, Math.Min(MaxCells, Cells.Length * 2L))];
            Cells.AsSpan(0, used).CopyTo(more);
            Cells = more;
        }

        used += table.Size;
        return table;
    }

    public CostTable NewEmpty(int top, int levels)
    {
        var table = New(top, levels);
        CostTable.Fill(ref Cell(table.At), table.Size / CostTable.Lanes, CostTable.Never);
        return table;
    }

    /// <summary>The table of nothing counted.</summary>
    public CostTable NewStart(int top, int levels, bool isExact)
    {
        var table = NewEmpty(top, levels);
        Cells[table.Row(0)] = 0;
        Seal(table, isExact);
        return table;
    }

    /// <summary>Makes the cells around the rows say what a sum below the first or past the last costs.</summary>
    public void Seal(CostTable table, bool isExact)
    {
        SealBelow(table, isExact);
        var (past, stride) = (table.Stride - CostTable.Lanes - table.Top - 1, table.Stride);
        var end = table.Row(0) + table.Top + 1;
        for (var level = 0; level <= table.Levels; level++, end += stride)
        {
            Cells.AsSpan(end, past).Fill(CostTable.Never);
        }
    }

    /// <summary>Makes the cells before the rows say what a sum below the first costs.</summary>
    public void SealBelow(CostTable table, bool isExact)
    {
        unchecked
        {
            var stride = table.Stride;
            ref var row = ref Cell(table.Row(0));
            for (var level = 0; level <= table.Levels; level++)
            {
                CostTable.Fill(ref Unsafe.Subtract(ref row, CostTable.Lanes), 1, isExact ? CostTable.Never : row);
                row = ref Unsafe.Add(ref row, stride);
            }
        }
    }

    /// <summary>Adds one table to another: all ways to split a sum.</summary>
    /// <param name="into">Taken as it is; what is cheaper replaces it.</param>
    /// <param name="most">What of the added one costs more is left out.</param>
    public void Merge(CostTable from, CostTable added, CostTable into, bool isExact, bool levelsAreExact = false, long most = CostTable.Never)
    {
        Span<TableEntry> entries = stackalloc TableEntry[TableEntry.Most];
        for (var level = 0; level <= added.Levels; level++)
        {
            var row = added.Row(level);
            var above = level < added.Levels && !levelsAreExact ? added.Row(level + 1) : -1;
            var count = 0;
            for (var sum = 0; sum <= added.Top; sum++)
            {
                var cost = Cells[row + sum];
                // Of entries that are no cheaper than a better one, the better one does all they can.
                if (cost >= CostTable.Never || cost > most || (!isExact && sum < added.Top && Cells[row + sum + 1] == cost) || (above >= 0 && Cells[above + sum] == cost))
                {
                    continue;
                }

                entries[count++] = new TableEntry(sum, cost);
                if (count == entries.Length)
                {
                    CostTable.Relax(Cells, from, into, level, entries, levelsAreExact);
                    count = 0;
                }
            }

            if (count > 0)
            {
                CostTable.Relax(Cells, from, into, level, entries[..count], levelsAreExact);
            }
        }
    }

    /// <summary>The rows with one more item, which may be counted or not.</summary>
    /// <param name="levels">Rows stand in layers, by units counted, of one more than so many rows each.</param>
    /// <param name="countIsExact">Whether layers are exact numbers of units; else "at least so many".</param>
    public CostTable AddItem(CostTable rows, in TableItem item, int levels, bool countIsExact, bool isExact)
    {
        var next = New(rows.Top, rows.Levels);
        if (IsTooLarge)
        {
            return next;
        }

        var canTake = item.Cost < CostTable.Never && !(isExact && item.Credits > rows.Top);
        for (var layer = 0; layer <= rows.Levels; layer++)
        {
            var (count, level) = (layer / (levels + 1), layer % (levels + 1));
            var from = (countIsExact ? count - 1 : Math.Max(0, count - 1)) * (levels + 1) + Math.Max(0, level - item.Gain);
            ref var into = ref Cell(next.Row(layer));
            ref var without = ref Cell(rows.Row(layer));
            if (item.IsForced)
            {
                CostTable.Fill(ref into, rows.Blocks, CostTable.Never);
                without = ref into;
            }

            if (canTake && from >= 0)
            {
                CostTable.Step(ref without, ref Cell(rows.Row(from)), ref into, rows.Blocks, item.Credits, item.Cost, flat: !isExact);
            }
            else if (!item.IsForced)
            {
                CostTable.Step(ref without, ref without, ref into, rows.Blocks, 0, 0, flat: false);
            }

            CostTable.Fill(ref Cell(next.Row(layer) - CostTable.Lanes), 1, isExact ? CostTable.Never : into);
        }

        return next;
    }

    /// <summary>into[level, sum] = min(into[level, sum], from[level, sum]).</summary>
    public void Cheaper(CostTable from, CostTable into) => CostTable.Relax(Cells, from, into, levels: 0, shift: 0, cost: 0, flat: false);
}

/// <summary>Something that adds credits to a table.</summary>
/// <param name="Cost">Packed cost; <see cref="CostTable.Never"/> if it can't be counted.</param>
/// <param name="Credits">What it adds to the sum.</param>
/// <param name="Gain">What it adds to the level credits.</param>
/// <param name="IsForced">Whether it has to be counted.</param>
internal readonly record struct TableItem(uint Cost, int Credits, int Gain, bool IsForced);
