namespace Plr.Rules.Routes.Plans;

/// <summary>Working memory for the tables of plans; one for each thread that evaluates, used again and again.</summary>
internal sealed class PlanScratch
{
    private int[] cells = new int[16_384];
    private int[] live = new int[256];
    private int[] better = new int[256];

    /// <summary>The lanes of the variant in hand: the most that a plan's exact table has.</summary>
    public LaneSums[] Lanes { get; } = new LaneSums[4];

    /// <summary>Room for so many cells; what was written before stays.</summary>
    public Span<int> Cells(int from, int count)
    {
        if (from + count > cells.Length)
        {
            Array.Resize(ref cells, Math.Max(from + count, 2 * cells.Length));
        }

        return cells.AsSpan(from, count);
    }

    /// <summary>Numbers of so many rows.</summary>
    public Span<int> Live(int count) => Room(ref live, count);

    /// <summary>A line of so many cells.</summary>
    public Span<int> Better(int count) => Room(ref better, count);

    private static Span<T> Room<T>(ref T[] array, int count)
    {
        if (count > array.Length)
        {
            array = new T[count];
        }

        return array.AsSpan(0, count);
    }
}
