using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plr.Rules.Direct;

/// <summary>Memory for tables of one evaluation after the other, and what is done with whole tables.</summary>
/// <param name="allowed">What may be reckoned; past it tables are too large.</param>
internal sealed class TableArena(TableWork allowed)
{
    private const int MaxCells = 8_000_000;

    private TableEntry[] entries = new TableEntry[64];
    private int used;
    private long work;

    public uint[] Cells { get; private set; } = new uint[1 << 14];

    /// <summary>Whether tables would have become too large; then their contents mean nothing.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>How far the arena is filled, and how much was reckoned to fill it.</summary>
    public ArenaMark Mark => new(used, work);

    /// <summary>Forgets tables, but for those made up to a mark.</summary>
    public void Clear(ArenaMark to = default) => (used, work, IsTooLarge) = (to.Used, to.Work, false);

    public ref uint Cell(int at) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Cells), at);

    /// <summary>Room for a table; its cells are whatever was there.</summary>
    public CostTable New(int top, int levels)
    {
        var table = new CostTable(used, top, levels);
        return Reserve(table.Size, table.Size) ? table : new CostTable(0, 0, 0);
    }

    /// <summary>Whether so much more may be reckoned; if not, tables are too large.</summary>
    public bool Spend(long sums)
    {
        IsTooLarge |= !allowed.Spend(sums);
        return !IsTooLarge;
    }

    private bool Reserve(long cells, long reckoned)
    {
        if (work + reckoned > MaxCells || !Spend(reckoned))
        {
            IsTooLarge = true;
            return false;
        }

        if (used + cells > Cells.Length)
        {
            var more = new uint[Math.Max(used + cells, Math.Min(MaxCells, Cells.Length * 2L))];
            Cells.AsSpan(0, used).CopyTo(more);
            Cells = more;
        }

        (used, work) = (used + (int)cells, work + reckoned);
        return true;
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
        for (var level = 0; level <= added.Levels && !IsTooLarge; level++)
        {
            var entries = Entries(added, level, added.Top, most, isExact, levelsAreExact);
            if (entries.Length > 0 && Spend((long)into.Size * entries.Length))
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

    /// <summary>Adds items one after the other, in place, each of which may be counted or not, and notes which sums count it.</summary>
    /// <param name="rows">The table of nothing counted; then that of all items.</param>
    /// <param name="levels">Rows stand in layers, by units counted, of one more than so many rows each.</param>
    /// <param name="countIsExact">Whether layers are exact numbers of units; else "at least so many".</param>
    public ItemTable AddItems(CostTable rows, ReadOnlySpan<TableItem> items, int levels, bool countIsExact, bool isExact)
    {
        var table = new ItemTable(rows, used, items.Length);
        if (IsTooLarge || !Reserve((long)items.Length * table.Notes, (long)items.Length * rows.Size))
        {
            return default;
        }

        for (var index = 0; index < items.Length; index++)
        {
            AddItem(table, index, items[index], levels, countIsExact, isExact);
        }

        return table;
    }

    /// <summary>Whether a sum counts an item, when those before it are still to be counted and those after it have been.</summary>
    /// <param name="row">The row of the sum; of sums that cost the same with the item and without, it counts it.</param>
    public bool Counts(in ItemTable table, int item, int row, int sum) =>
        (Cells[table.NotesOf(item, row) + sum / CostTable.Lanes] >> sum % CostTable.Lanes & 1) != 0;

    // From the last cell to the first, since each looks at those before it as they were.
    private void AddItem(in ItemTable table, int index, in TableItem item, int levels, bool countIsExact, bool isExact)
    {
        var rows = table.Rows;
        var (blocks, stride) = (rows.Blocks, rows.Stride);
        var canCount = item.Cost < CostTable.Never && !(isExact && item.Credits > rows.Top);
        var (layer, level) = levels == 0 ? (rows.Levels, 0) : Math.DivRem(rows.Levels, levels + 1);
        ref var row = ref Cell(rows.Row(rows.Levels));
        ref var notes = ref Cell(table.NotesOf(index, rows.Levels));
        for (; layer >= 0; layer--, level = levels)
        {
            var back = layer > 0 ? levels + 1 : 0;
            for (; level >= 0; level--)
            {
                if (canCount && (layer > 0 || !countIsExact))
                {
                    ref var before = ref Unsafe.Subtract(ref row, (back + Math.Min(level, item.Gain)) * stride);
                    CostTable.Count(ref row, ref before, ref notes, blocks, item, flat: !isExact);
                }
                else
                {
                    CostTable.Leave(ref row, ref notes, blocks, item.IsForced);
                }

                CostTable.Fill(ref Unsafe.Subtract(ref row, CostTable.Lanes), 1, isExact ? CostTable.Never : row);
                row = ref Unsafe.Subtract(ref row, stride);
                notes = ref Unsafe.Subtract(ref notes, blocks);
            }
        }
    }

    /// <summary>into[level, sum] = min(into[level, sum], from[level, sum]).</summary>
    public void Cheaper(CostTable from, CostTable into) => CostTable.Relax(Cells, from, into, levels: 0, shift: 0, cost: 0, flat: false);
}

/// <summary>How far an arena was filled.</summary>
/// <param name="Used">Cells in use.</param>
/// <param name="Work">Cells reckoned, those included that others replaced.</param>
internal readonly record struct ArenaMark(int Used, long Work);

/// <summary>A table of items that were added one after the other, and what is needed to tell which of them a sum counts.</summary>
/// <param name="Rows">The table of all items.</param>
/// <param name="At">Where the notes begin: for each item, row and vector of sums, a bit for each sum that counts the item.</param>
/// <param name="Count">How many items there are.</param>
internal readonly record struct ItemTable(CostTable Rows, int At, int Count)
{
    /// <summary>Notes of one item.</summary>
    public int Notes => (Rows.Levels + 1) * Rows.Blocks;

    /// <summary>Where the notes of an item and a row begin.</summary>
    public int NotesOf(int item, int row) => At + item * Notes + row * Rows.Blocks;
}

/// <summary>Something that adds credits to a table.</summary>
/// <param name="Cost">Packed cost; <see cref="CostTable.Never"/> if it can't be counted.</param>
/// <param name="Credits">What it adds to the sum.</param>
/// <param name="Gain">What it adds to the level credits.</param>
/// <param name="IsForced">Whether it has to be counted.</param>
internal readonly record struct TableItem(uint Cost, int Credits, int Gain, bool IsForced);
