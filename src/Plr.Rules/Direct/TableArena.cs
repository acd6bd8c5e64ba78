using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plr.Rules.Direct;

/// <summary>Memory for tables of one evaluation after the other, and what is done with whole tables.</summary>
internal sealed class TableArena
{
    private const int MaxCells = 8_000_000;

    private TableEntry[] entries = new TableEntry[64];
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
        unchecked
        {
            var never = Vector512.Create(CostTable.Never);
            var isSum = Vector512.LessThanOrEqual(Vector512<uint>.Indices, Vector512.Create((uint)(table.Top % CostTable.Lanes)));
            var stride = table.Stride;
            ref var last = ref Cell(table.Row(0) + (table.Blocks - 1) * CostTable.Lanes);
            for (var level = 0; level <= table.Levels; level++)
            {
                Vector512.ConditionalSelect(isSum, Vector512.LoadUnsafe(ref last), never).StoreUnsafe(ref last);
                never.StoreUnsafe(ref last, CostTable.Lanes);
                last = ref Unsafe.Add(ref last, stride);
            }
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
        for (var level = 0; level <= added.Levels; level++)
        {
            var entries = Entries(added, level, added.Top, most, isExact, levelsAreExact);
            if (entries.Length > 0)
            {
                CostTable.Relax(Cells, from, into, level, entries, levelsAreExact);
            }
        }
    }

    /// <summary>What a row of a table adds: of cells that are no cheaper than a better one, the better one does all they can.</summary>
    /// <param name="top">The largest sum of interest.</param>
    /// <param name="most">What costs more is left out.</param>
    /// <returns>By credits; good until the next call.</returns>
    public ReadOnlySpan<TableEntry> Entries(CostTable table, int level, int top, long most, bool isExact, bool levelsAreExact)
    {
        if (entries.Length <= table.Top)
        {
            entries = new TableEntry[table.Top * 2];
        }

        var count = 0;
        ref var row = ref Cell(table.Row(level));
        ref var better = ref Cell(table.Row(level < table.Levels && !levelsAreExact ? level + 1 : level));
        var hasBetter = level < table.Levels && !levelsAreExact;
        var limit = Vector512.Create((uint)Math.Clamp(most, 0, CostTable.Never - 1));
        for (var at = 0; at <= top && most >= 0; at += CostTable.Lanes)
        {
            var costs = Vector512.LoadUnsafe(ref row, (nuint)at);
            var useful = Vector512.LessThanOrEqual(costs, limit).ExtractMostSignificantBits();
            // After the largest sum there is none that could be as cheap.
            useful &= isExact ? ulong.MaxValue : ~(Vector512.Equals(costs, Vector512.LoadUnsafe(ref row, (nuint)at + 1)).ExtractMostSignificantBits() & Up(table.Top - 1 - at));
            useful &= hasBetter ? ~Vector512.Equals(costs, Vector512.LoadUnsafe(ref better, (nuint)at)).ExtractMostSignificantBits() : ulong.MaxValue;
            for (useful &= Up(top - at); useful != 0; useful &= useful - 1)
            {
                var sum = at + BitOperations.TrailingZeroCount(useful);
                entries[count++] = new TableEntry(sum, Unsafe.Add(ref row, sum));
            }
        }

        return entries.AsSpan(0, count);
    }

    /// <summary>The bits up to one of a block; none for a negative one.</summary>
    private static ulong Up(int last) => last < 0 ? 0 : ulong.MaxValue >> Math.Max(0, 63 - last);

    /// <summary>Adds items one after the other, each of which may be counted or not.</summary>
    /// <param name="steps">Takes the rows before the first item and after each.</param>
    /// <param name="levels">Rows stand in layers, by units counted, of one more than so many rows each.</param>
    /// <param name="countIsExact">Whether layers are exact numbers of units; else "at least so many".</param>
    public CostTable AddItems(CostTable rows, ReadOnlySpan<TableItem> items, List<CostTable> steps, int levels, bool countIsExact, bool isExact)
    {
        steps.Add(rows);
        for (var index = 0; index < items.Length && !IsTooLarge; index++)
        {
            var next = New(rows.Top, rows.Levels);
            if (IsTooLarge)
            {
                break;
            }

            AddItem(rows, items[index], next, levels, countIsExact, isExact);
            steps.Add(rows = next);
        }

        return rows;
    }

    private void AddItem(CostTable rows, in TableItem item, CostTable next, int levels, bool countIsExact, bool isExact)
    {
        var canTake = item.Cost < CostTable.Never && !(isExact && item.Credits > rows.Top);
        var (blocks, stride) = (rows.Blocks, rows.Stride);
        var (layerBefore, level) = (countIsExact ? -levels - 1 : 0, 0);
        ref var first = ref Cell(rows.Row(0));
        ref var into = ref Cell(next.Row(0));
        for (var layer = 0; layer <= rows.Levels; layer++, level++)
        {
            if (level > levels)
            {
                (layerBefore, level) = (layer - level, 0);
            }

            ref var without = ref Unsafe.Add(ref first, layer * stride);
            if (item.IsForced)
            {
                CostTable.Fill(ref into, blocks, CostTable.Never);
                without = ref into;
            }

            if (canTake && layerBefore >= 0)
            {
                ref var with = ref Unsafe.Add(ref first, (layerBefore + Math.Max(0, level - item.Gain)) * stride);
                CostTable.Step(ref without, ref with, ref into, blocks, item.Credits, item.Cost, flat: !isExact);
            }
            else if (!item.IsForced)
            {
                CostTable.Step(ref without, ref without, ref into, blocks, 0, 0, flat: false);
            }

            CostTable.Fill(ref Unsafe.Subtract(ref into, CostTable.Lanes), 1, isExact ? CostTable.Never : into);
            into = ref Unsafe.Add(ref into, stride);
        }
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
