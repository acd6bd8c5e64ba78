using System.Runtime.CompilerServices;

namespace Plr.Rules.Direct;

/// <content>The cells of the last table that can be the answer.</content>
internal sealed partial class LevelTables
{
    /// <summary>Looks for the cheapest cell with enough at the level and enough of both.</summary>
    /// <param name="extra">Credits at the level, and their cost, that come on top of the table.</param>
    private void TakeLeast(CostTable whole, int extra, uint cost)
    {
        var last = Math.Min(whole.Levels, Math.Max(0, creditsNeeded - levelNeeded));
        var stride = whole.Stride;
        ref var cells = ref arena.Cell(whole.Row(0));
        for (var below = 0; below <= last; below++, cells = ref Unsafe.Add(ref cells, stride))
        {
            var atLevel = Math.Max(levelNeeded, creditsNeeded - below);
            var rest = Math.Max(0, atLevel - extra);
            if (rest <= whole.Top && Unsafe.Add(ref cells, rest) + cost < least)
            {
                (least, row, column) = (Unsafe.Add(ref cells, rest) + cost, below, atLevel);
            }
        }
    }

    /// <summary>Looks for it where one child is still to be added: of the last table of all a few cells are asked for, so it is not made.</summary>
    private void TakeLeastWith(CostTable sum, in LevelNode child)
    {
        if (IsPlainPool(lastChild))
        {
            AddPlainPool(sum, child, default, Math.Min(nodes[0].CapBelow, sum.Levels + child.Below.Top), isExact: false);
            return;
        }

        for (var low = 0; low <= child.View.Levels; low++)
        {
            var added = arena.Entries(child.View, low, child.View.Top, child.Allowed, isExact: false, levelsAreExact: false);
            var last = added.Length == 0 ? -1 : Math.Min(nodes[0].CapBelow, sum.Levels + low);
            for (var below = 0; below <= last && arena.Spend(added.Length * (long)CostTable.Lanes); below++)
            {
                TakeLeastOf(sum.Row(Math.Max(0, below - low)), sum.Top, added, below);
            }
        }
    }

    /// <param name="before">Where the row of what is counted before the child begins.</param>
    private void TakeLeastOf(int before, int top, ReadOnlySpan<TableEntry> added, int below)
    {
        var atLevel = Math.Max(levelNeeded, creditsNeeded - below);
        ref var cells = ref arena.Cell(before);
        foreach (ref readonly var entry in added)
        {
            var rest = Math.Max(0, atLevel - entry.Credits);
            if (rest <= top && Unsafe.Add(ref cells, rest) + entry.Cost < least)
            {
                (least, row, column) = (Unsafe.Add(ref cells, rest) + entry.Cost, below, atLevel);
            }
        }
    }
}
