namespace Plr.Rules.Routes.Plans;

/// <summary>Working memory for the tables of plans; one for each thread that evaluates, used again and again.</summary>
internal sealed class PlanScratch
{
    private int[] cells = new int[16_384];

    /// <summary>Room for so many cells; what was written before stays.</summary>
    public Span<int> Cells(int from, int count)
    {
        if (from + count > cells.Length)
        {
            Array.Resize(ref cells, Math.Max(from + count, 2 * cells.Length));
        }

        return cells.AsSpan(from, count);
    }
}
