namespace Plr.Rules.Routes;

/// <summary>A unit in a qualification's rule: what it alone is worth there.</summary>
/// <param name="Qualification">The qualification's place in the index.</param>
/// <param name="Bit">The unit's bit in the plan; <see cref="NoPlan"/> or <see cref="SeveralBits"/>.</param>
/// <param name="Alone">Remaining credits when this unit alone is achieved; <see cref="RouteIndex.Unknown"/> if not computed.</param>
internal readonly record struct Posting(int Qualification, short Bit, int Alone)
{
    /// <summary>The qualification has no plan.</summary>
    public const short NoPlan = -1;

    /// <summary>The plan lists the unit more than once.</summary>
    public const short SeveralBits = -2;
}
