namespace Plr.Rules.Routes;

/// <summary>A rule in the form that is evaluated fastest: sets of units as bits, groups as bit sums.</summary>
/// <remarks>
/// Only for rules of disjoint groups with bounds on credits, unit counts of pools, one level minimum on the whole, choices
/// that expand to few variants, and bars and double listings that expand to few exclusions. Others go to the general search.
/// </remarks>
internal sealed class RoutePlan
{
    /// <summary>The most units a plan has: one bit each.</summary>
    public const int MaxUnits = 128;

    /// <summary>Catalogue numbers of the units, by bit. A unit listed twice has a bit for each.</summary>
    public required int[] Units { get; init; }

    /// <summary>Credits of the units, by bit.</summary>
    public required byte[] Credits { get; init; }

    /// <summary>Bit n of the credits of every unit.</summary>
    public required UInt128[] CreditPlanes { get; init; }

    /// <summary>Bit n: the plan forgets a maximum on credit source n, so an achievement with that source needs the general search.</summary>
    public required int LimitedSources { get; init; }

    public required UInt128 Available { get; init; }

    /// <summary>Units at or above the level of the level minimum.</summary>
    public required UInt128 AtLevel { get; init; }

    /// <summary>Least credits at or above that level; 0 for none.</summary>
    public required int LevelMin { get; init; }

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
        for (var plane = 0; plane < CreditPlanes.Length; plane++)
        {
            sum += (int)UInt128.PopCount(set & CreditPlanes[plane]) << plane;
        }

        return sum;
    }
}

/// <summary>One way to choose pathways.</summary>
/// <param name="Nodes">The tree that is left, children before parents.</param>
/// <param name="Exclusions">Ways to leave out units so that no bar or double listing is broken; one is empty if there is nothing to leave out.</param>
internal sealed record PlanVariant(PlanNode[] Nodes, UInt128[] Exclusions);
