namespace Plr.Rules.Routes;

/// <summary>A unit in a qualification's rule: what it alone is worth there.</summary>
/// <param name="Qualification">The qualification's place in the index.</param>
/// <param name="Bit">The unit's bit in the plan; <see cref="NoPlan"/> or <see cref="SeveralBits"/>.</param>
/// <param name="Traits">What has to be looked at in the qualification's entry.</param>
/// <param name="Alone">Remaining credits when this unit alone is achieved; <see cref="RouteIndex.Unknown"/> if not computed.</param>
internal readonly record struct Posting(int Qualification, short Bit, RuleTraits Traits, int Alone)
{
    /// <summary>The qualification has no plan.</summary>
    public const short NoPlan = -1;

    /// <summary>The plan lists the unit more than once.</summary>
    public const short SeveralBits = -2;
}

/// <summary>What makes an achievement more than its unit for a rule.</summary>
[Flags]
internal enum RuleTraits : short
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Ages or other uses may make it void.</summary>
    HasConditions = 1,

    /// <summary>Some bound looks at where credit comes from.</summary>
    SourcesMatter = 2,

    /// <summary>Having a unit may be worth more than its credits, since some bound would rather see it than a fresh one.</summary>
    FreshIsLess = 4,
}
