using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Plr.Rules.Direct;

/// <summary>A table in a shared array: for each number of level credits and each sum of credits, the least packed cost.</summary>
/// <remarks>
/// Level credits are "at least so many". Sums are exact or "at least so many", as the owner says. Each row has the cells of a vector before its
/// first and at least as many after its last, so that whole vectors can be read at any shift.
/// </remarks>
/// <param name="At">Where it begins.</param>
/// <param name="Top">The largest sum.</param>
/// <param name="Levels">The largest number of level credits.</param>
internal readonly record struct CostTable(int At, int Top, int Levels)
{
    /// <summary>More than any cost; two of them still fit.</summary>
    public const uint Never = int.MaxValue;

    public const int Lanes = 16;

    public int Blocks => (Top + Lanes) / Lanes;

    public int Stride => (Blocks + 2) * Lanes;

    public int Size => (Levels + 1) * Stride;

    public int Row(int level) => At + level * Stride + Lanes;

    /// <summary>into[level, s] = min(into[level, s], from[level - levels, s - shift] + cost), level by level.</summary>
    /// <param name="cells">The array that both tables are in.</param>
    /// <param name="flat">Whether a sum below the shift costs as much as the sum 0: sums are "at least".</param>
    /// <param name="levelsAreExact">Whether levels are exact too; else one below the shift costs as much as the level 0.</param>
    public static void Relax(uint[] cells, CostTable from, CostTable into, int levels, int shift, uint cost, bool flat, bool levelsAreExact = false)
    {
        var first = Math.Min(shift / Lanes, into.Blocks);
        var blocks = Math.Min(into.Blocks, from.Blocks + (shift + Lanes - 1) / Lanes) - first;
        var rows = Math.Min(into.Levels, from.Levels + levels);
        ref var start = ref MemoryMarshal.GetArrayDataReference(cells);
        // Rows are short and many: what a row costs beside its cells counts.
        unchecked
        {
            var (fromStride, intoStride, added) = (from.Stride, into.Stride, Vector512.Create(cost));
            var level = levelsAreExact ? levels : 0;
            ref var source = ref Unsafe.Add(ref start, from.Row(0));
            ref var target = ref Unsafe.Add(ref start, into.Row(level));
            for (; level <= rows; level++)
            {
                if (flat && first > 0)
                {
                    Lower(ref target, first, source + cost);
                }

                ref var shifted = ref Unsafe.Add(ref source, first * Lanes - shift);
                ref var lowered = ref Unsafe.Add(ref target, first * Lanes);
                for (var block = 0; block < blocks; block++)
                {
                    Vector512.Min(Vector512.LoadUnsafe(ref lowered), Vector512.LoadUnsafe(ref shifted) + added).StoreUnsafe(ref lowered);
                    shifted = ref Unsafe.Add(ref shifted, Lanes);
                    lowered = ref Unsafe.Add(ref lowered, Lanes);
                }

                source = ref Unsafe.Add(ref source, level >= levels ? fromStride : 0);
                target = ref Unsafe.Add(ref target, intoStride);
            }
        }
    }

    /// <summary>into[level, s] = min(into[level, s], from[level - levels, s - credits] + cost) for all that is added.</summary>
    /// <param name="added">By credits, fewest first; where sums are "at least", costs ascend too.</param>
    public static void Relax(uint[] cells, CostTable from, CostTable into, int levels, ReadOnlySpan<TableEntry> added, bool levelsAreExact)
    {
        var rows = Math.Min(into.Levels, from.Levels + levels);
        ref var start = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var entries = ref MemoryMarshal.GetReference(added);
        unchecked
        {
            var (fromStride, intoStride, blocks, last) = (from.Stride, into.Stride, into.Blocks * Lanes, from.Blocks * Lanes);
            var level = levelsAreExact ? levels : 0;
            ref var source = ref Unsafe.Add(ref start, from.Row(0));
            ref var target = ref Unsafe.Add(ref start, into.Row(level));
            for (; level <= rows; level++)
            {
                var first = 0;
                for (var at = 0; at < blocks; at += Lanes)
                {
                    while (first < added.Length && at - Unsafe.Add(ref entries, first).Credits >= last)
                    {
                        first++;
                    }

                    ref var lowered = ref Unsafe.Add(ref target, at);
                    var least = Vector512.LoadUnsafe(ref lowered);
                    for (var entry = first; entry < added.Length; entry++)
                    {
                        var before = at - Unsafe.Add(ref entries, entry).Credits;
                        if (before <= -Lanes)
                        {
                            // Here and for all that adds more, nothing of the row is left but what a sum below the first costs.
                            least = Vector512.Min(least, Vector512.LoadUnsafe(ref Unsafe.Subtract(ref source, Lanes)) + Vector512.Create(Unsafe.Add(ref entries, entry).Cost));
                            break;
                        }

                        least = Vector512.Min(least, Vector512.LoadUnsafe(ref Unsafe.Add(ref source, before)) + Vector512.Create(Unsafe.Add(ref entries, entry).Cost));
                    }

                    least.StoreUnsafe(ref lowered);
                }

                source = ref Unsafe.Add(ref source, level >= levels ? fromStride : 0);
                target = ref Unsafe.Add(ref target, intoStride);
            }
        }
    }

    /// <summary>into[s] = min(into[s], from[s] + cost), over one row.</summary>
    public static void Lower(ref uint into, ref uint from, int blocks, uint cost)
    {
        unchecked
        {
            var added = Vector512.Create(cost);
            for (nuint at = 0; at < (nuint)(blocks * Lanes); at += Lanes)
            {
                Vector512.Min(Vector512.LoadUnsafe(ref into, at), Vector512.LoadUnsafe(ref from, at) + added).StoreUnsafe(ref into, at);
            }
        }
    }

    private static void Lower(ref uint cells, int blocks, uint most)
    {
        var least = Vector512.Create(most);
        for (var block = 0; block < blocks; block++)
        {
            Vector512.Min(Vector512.LoadUnsafe(ref cells), least).StoreUnsafe(ref cells);
            cells = ref Unsafe.Add(ref cells, Lanes);
        }
    }

    /// <summary>row[s] = min(row[s], before[s - credits] + cost), and a note of the sums where the latter is no more.</summary>
    /// <param name="before">The row itself or one before it, of the same length.</param>
    /// <param name="notes">A bit for each sum, a cell for each vector.</param>
    /// <param name="flat">Whether a sum below the credits costs as much as the sum 0 before.</param>
    public static void Count(ref uint row, ref uint before, ref uint notes, int blocks, in TableItem item, bool flat)
    {
        unchecked
        {
            var first = Math.Min(item.Credits / Lanes, blocks);
            var (added, never) = (Vector512.Create(item.Cost), Vector512.Create(Never));
            var least = flat ? Vector512.Create(before) + added : never;
            for (var block = blocks - 1; block >= 0; block--)
            {
                ref var cells = ref Unsafe.Add(ref row, block * Lanes);
                var without = item.IsForced ? never : Vector512.LoadUnsafe(ref cells);
                var with = block < first ? least : Vector512.LoadUnsafe(ref Unsafe.Add(ref before, block * Lanes - item.Credits)) + added;
                Unsafe.Add(ref notes, block) = (uint)Vector512.LessThanOrEqual(with, without).ExtractMostSignificantBits();
                Vector512.Min(without, with).StoreUnsafe(ref cells);
            }
        }
    }

    /// <summary>Leaves a row as it is, for an item that can't be counted, or nothing of it if it has to be.</summary>
    public static void Leave(ref uint row, ref uint notes, int blocks, bool isForced)
    {
        MemoryMarshal.CreateSpan(ref notes, blocks).Clear();
        if (isForced)
        {
            Fill(ref row, blocks, Never);
        }
    }

    /// <summary>row[s] = min(row[s], row[s + 1], ...): what so many or more cost.</summary>
    public static void MakeAtLeast(ref uint row, int blocks)
    {
        var least = Vector128.Create(Never);
        for (var at = blocks * Lanes - Vector128<uint>.Count; at >= 0; at -= Vector128<uint>.Count)
        {
            var costs = Vector128.LoadUnsafe(ref row, (nuint)at);
            costs = Vector128.Min(costs, Vector128.Shuffle(costs, Vector128.Create(1u, 2, 3, 3)));
            costs = Vector128.Min(costs, Vector128.Shuffle(costs, Vector128.Create(2u, 3, 3, 3)));
            least = Vector128.Min(costs, least);
            least.StoreUnsafe(ref row, (nuint)at);
            least = Vector128.Shuffle(least, Vector128<uint>.Zero);
        }
    }

    public static void Fill(ref uint cells, int blocks, uint value)
    {
        var all = Vector512.Create(value);
        for (var block = 0; block < blocks; block++)
        {
            all.StoreUnsafe(ref Unsafe.Add(ref cells, block * Lanes));
        }
    }
}

/// <summary>Credits that are added to all sums of a table, and what they cost.</summary>
internal readonly record struct TableEntry(int Credits, uint Cost);
