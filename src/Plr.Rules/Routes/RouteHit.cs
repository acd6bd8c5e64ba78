namespace Plr.Rules.Routes;

/// <summary>What is known of a qualification that one of the learner's units hit: small, since a ranking writes thousands.</summary>
internal struct RouteHit
{
    private const int StateBits = 2;
    private const int StateMask = (1 << StateBits) - 1;
    private const int Several = 1 << StateBits;
    private const int AchievementShift = StateBits + 1;

    private int packed;

    /// <summary>The ranking that it belongs to.</summary>
    public int Round;

    /// <summary>The first unit that hit.</summary>
    public int Unit;

    /// <summary>Credits that remain; no more than remain, unless <see cref="State"/> says that they are exact.</summary>
    public int Remaining;

    public RouteHit(int round, int unit, int achievement, int remaining, RouteState state) =>
        (Round, Unit, Remaining, packed) = (round, unit, remaining, achievement << AchievementShift | (int)state);

    /// <summary>The first achievement that hit, by its place among the learner's.</summary>
    public readonly int Achievement => packed >> AchievementShift;

    public RouteState State
    {
        readonly get => (RouteState)(packed & StateMask);
        set => packed = packed & ~StateMask | (int)value;
    }

    /// <summary>Whether the first hit does not say all, so that <see cref="SeveralHits"/> has the rest.</summary>
    public bool IsSeveral
    {
        readonly get => (packed & Several) != 0;
        set => packed = value ? packed | Several : packed & ~Several;
    }
}

/// <summary>How much is known of what remains.</summary>
internal enum RouteState
{
    /// <summary>A lower bound; nothing was computed yet.</summary>
    Open,

    /// <summary>The exact number.</summary>
    Exact,

    /// <summary>A lower bound, and the work allowed did not suffice for more.</summary>
    AtLeast,
}
