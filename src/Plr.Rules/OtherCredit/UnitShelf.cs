namespace Plr.Rules.OtherCredit;

/// <summary>The units on offer that pass one filter, by credits and level; on each board those with the fewest hours first, then by key.</summary>
internal sealed class UnitShelf
{
    private readonly Dictionary<(int Credits, int Level), int[]> boards;

    /// <summary>A shelf of units by number, given in the order they stand on each board.</summary>
    public UnitShelf(IEnumerable<(int Credits, int Level, int Unit)> ordered)
    {
        boards = ordered.GroupBy(unit => (unit.Credits, unit.Level)).ToDictionary(board => board.Key, board => board.Select(unit => unit.Unit).ToArray());
        Boards = [.. boards.Keys.Order()];
    }

    /// <summary>The credits and levels that occur, in order.</summary>
    public IReadOnlyList<(int Credits, int Level)> Boards { get; }

    /// <summary>The units of one credit value and level.</summary>
    public int[] Of((int Credits, int Level) board) => boards[board];
}
