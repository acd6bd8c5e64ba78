using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>A bound that the tree of a plan does not add up itself: a further sum over some listings.</summary>
/// <param name="Scope">Listings below the bound's node.</param>
/// <param name="Passing">Those that pass its filters of level and units.</param>
/// <param name="Measure">What is added up.</param>
/// <param name="Min">The least of the sum, 0 for none.</param>
/// <param name="Max">The most of the sum, <see cref="int.MaxValue"/> for any.</param>
/// <param name="SourceMask">Bit n: credit source n passes.</param>
/// <param name="Share">If set, the sum is of the share's excess, which may not end below nothing.</param>
internal sealed record PlanLane(UInt128 Scope, UInt128 Passing, BoundMeasure Measure, int Min, int Max, int SourceMask, Share? Share)
{
    /// <summary>Every source, and fresh study.</summary>
    public const int AllSources = (1 << (int)CreditSource.Fresh + 1) - 1;

    /// <summary>Whether more can never hurt and all that passes adds its credits, whatever its source.</summary>
    public bool IsFloor => Share is null && Max == int.MaxValue && SourceMask == AllSources && Measure == BoundMeasure.Credits;

    /// <summary>What a listing adds when it is counted from some source.</summary>
    public int Gain(int bit, int measure, CreditSource source)
    {
        if ((Scope >> bit & 1) == 0)
        {
            return 0;
        }

        var passes = (Passing >> bit & 1) != 0 && (SourceMask >> (int)source & 1) != 0;
        return Share is null
            ? (passes ? measure : 0)
            : (passes ? Share.Denominator - Share.Numerator : -Share.Numerator) * measure;
    }
}
