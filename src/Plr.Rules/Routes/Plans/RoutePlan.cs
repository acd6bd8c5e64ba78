using System.Numerics;
using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>A rule in the form that is evaluated fastest: sets of units as bits, groups as sums.</summary>
/// <remarks>
/// Choices expand to variants, conditions between units to ways, and bounds with filters to lanes. What does not expand to few is
/// forgotten; then the plan's value is only a lower bound (<see cref="IsRelaxed"/>).
/// </remarks>
internal sealed class RoutePlan
{
    /// <summary>The most units a plan has: one bit each.</summary>
    public const int MaxUnits = 128;

    /// <summary>Catalogue numbers of the units, by bit. A unit that is listed twice where both could count has a bit for each.</summary>
    public required int[] Units { get; init; }

    /// <summary>Credits of the units, by bit.</summary>
    public required byte[] Credits { get; init; }

    /// <summary>Guided learning hours of the units, by bit; empty unless a lane adds them up.</summary>
    public required int[] Hours { get; init; }

    public required UInt128 Available { get; init; }

    /// <summary>Whether some lane looks at where credit comes from.</summary>
    public required bool SourcesMatter { get; init; }

    /// <summary>Whether parts of the rule are forgotten here, so that more may remain than the plan says.</summary>
    public required bool IsRelaxed { get; init; }

    /// <summary>Ways to choose pathways.</summary>
    public required PlanVariant[] Variants { get; init; }

    /// <summary>The bits of a unit, none if the plan does not list it.</summary>
    public UInt128 BitsOf(int unit)
    {
        UInt128 bits = 0;
        for (var bit = 0; bit < Units.Length; bit++)
        {
            bits |= Units[bit] == unit ? UInt128.One << bit : 0;
        }

        return bits;
    }

    /// <summary>Credits of a set of units.</summary>
    public int CreditsOf(UInt128 set)
    {
        var sum = 0;
        for (var half = 0; set != 0; half += 64, set >>= 64)
        {
            for (var bits = unchecked((ulong)set); bits != 0; bits &= bits - 1)
            {
                sum += Credits[half + BitOperations.TrailingZeroCount(bits)];
            }
        }

        return sum;
    }

    /// <summary>What a listing adds to a sum.</summary>
    public int Measure(int bit, BoundMeasure measure) => measure switch
    {
        BoundMeasure.Credits => Credits[bit],
        BoundMeasure.Units => 1,
        _ => Hours[bit],
    };
}
