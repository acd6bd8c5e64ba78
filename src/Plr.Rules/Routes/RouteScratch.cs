namespace Plr.Rules.Routes;

/// <summary>Working memory of one ranking: what is known of each qualification that the learner's units touch. Used again and again.</summary>
internal sealed class RouteScratch(int qualifications)
{
    private readonly TouchedRoute[] touched = new TouchedRoute[qualifications];
    private int round;

    /// <summary>The qualifications touched in this round.</summary>
    public List<int> Order { get; } = new(4_096);

    /// <summary>Routes whose remaining credits are less than from scratch, as the page needs them.</summary>
    public List<RankedRoute> Ranked { get; } = new(4_096);

    /// <summary>Forgets the last ranking without clearing anything.</summary>
    public void Begin()
    {
        unchecked
        {
            round++;
        }

        Order.Clear();
        Ranked.Clear();
    }

    public ref TouchedRoute Of(int qualification) => ref touched[qualification];

    public bool IsTouched(int qualification) => touched[qualification].Round == round;

    /// <summary>What is known of a qualification, cleared if it is touched for the first time in this round.</summary>
    public ref TouchedRoute Touch(int qualification)
    {
        ref var route = ref touched[qualification];
        if (route.Round != round)
        {
            route = new TouchedRoute { Round = round, LastAchievement = -1, LeastAlone = int.MaxValue };
            Order.Add(qualification);
        }

        return ref route;
    }
}

/// <summary>What the learner's units say about one qualification.</summary>
internal struct TouchedRoute
{
    public int Round;
    public int Hits;

    /// <summary>The last achievement that hit: one that hits twice could be used in two ways.</summary>
    public int LastAchievement;
    public bool NeedsSearch;

    /// <summary>The last unit that hit.</summary>
    public int LastUnit;

    /// <summary>The least of what remains with one of the units alone: no more than that remains with all.</summary>
    public int LeastAlone;

    /// <summary>The most of what remains with one unit, with its credits added back, and all credits: no less remains than their difference.</summary>
    public int MostAlonePlusCredits;
    public int Credits;
    public UInt128 Have;

    /// <summary>What remains; <see cref="RouteIndex.Unknown"/> is not a value here.</summary>
    public int Remaining;
}

/// <summary>A route in the order of the ranking: fewer remaining credits, then more done, then the lower number.</summary>
internal readonly record struct RankedRoute(int Remaining, int Towards, int Qualification) : IComparable<RankedRoute>
{
    public int CompareTo(RankedRoute other)
    {
        var remaining = Remaining.CompareTo(other.Remaining);
        var towards = remaining != 0 ? remaining : other.Towards.CompareTo(Towards);
        return towards != 0 ? towards : Qualification.CompareTo(other.Qualification);
    }
}
