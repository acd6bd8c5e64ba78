namespace Plr.Rules.Evaluation;

/// <summary>What a search found.</summary>
/// <param name="Ending">Whether the numbers are exact.</param>
/// <param name="Cost">Packed cost of the best allocation found; <see cref="NoCost"/> if none was.</param>
/// <param name="Lower">Packed lower bound; the cost itself if exact.</param>
/// <param name="Filled">The slots filled and the number of the offer each is filled with.</param>
/// <param name="States">States looked at.</param>
internal sealed record SearchResult(SearchEnding Ending, long Cost, long Lower, IReadOnlyList<(int Slot, int Offer)> Filled, int States)
{
    public const long NoCost = long.MaxValue;
}

/// <summary>How a search ended.</summary>
internal enum SearchEnding
{
    Exact,
    Infeasible,
    OutOfWork,
}
