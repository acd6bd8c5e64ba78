using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>A route in the order of the ranking: fewer remaining credits, then more done, then the lower number.</summary>
/// <param name="IsLowerBound">Whether more may remain.</param>
internal readonly record struct RankedRoute(int Remaining, int Towards, int Qualification, bool IsLowerBound = false) : IComparable<RankedRoute>
{
    /// <summary>The place of a touched route of which is known what remains.</summary>
    public static RankedRoute Of(int qualification, in RouteHit hit, int fromScratch) => new(
        hit.Remaining,
        fromScratch < PlanEvaluator.Unreachable ? Math.Max(0, fromScratch - hit.Remaining) : 0,
        qualification,
        hit.State == RouteState.AtLeast);

    public int CompareTo(RankedRoute other)
    {
        var remaining = Remaining.CompareTo(other.Remaining);
        var towards = remaining != 0 ? remaining : other.Towards.CompareTo(Towards);
        return towards != 0 ? towards : Qualification.CompareTo(other.Qualification);
    }
}
