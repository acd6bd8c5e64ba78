namespace Plr.Rules.Routes;

/// <summary>What the learner's units say about one qualification.</summary>
internal struct TouchedRoute
{
    public int Round;
    public int Hits;

    /// <summary>The last achievement that hit: one that hits twice could be used in two ways.</summary>
    public int LastAchievement;

    /// <summary>Whether some achievement has several uses, or a source that matters: then <see cref="Have"/> does not say all.</summary>
    public bool IsAmbiguous;

    /// <summary>The last unit that hit.</summary>
    public int LastUnit;

    /// <summary>The least of what remains with one of the units alone: no more than that remains with all. <see cref="int.MaxValue"/> if not known.</summary>
    public int LeastAlone;

    /// <summary>The most of what remains with one unit and what that can save, and what all can save: no less remains than their difference.</summary>
    public int MostAlonePlusSaved;
    public int Saved;
    public UInt128 Have;

    /// <summary>What remains.</summary>
    public int Remaining;

    /// <summary>Whether more may remain: the work allowed did not suffice.</summary>
    public bool IsLowerBound;

    public static TouchedRoute Untouched => new() { LastAchievement = -1, LeastAlone = int.MaxValue };
}
