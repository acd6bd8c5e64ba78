namespace Plr.Rules.Routes;

/// <summary>What more than one hit says about a qualification.</summary>
internal struct SeveralHits
{
    public int Count;

    /// <summary>The last achievement that hit: one that hits twice could be used in two ways.</summary>
    public int LastAchievement;

    /// <summary>Whether some achievement has several uses, or a source that matters: then <see cref="Have"/> does not say all.</summary>
    public bool IsAmbiguous;

    /// <summary>The least of what remains with one of the units alone: no more than that remains with all. <see cref="int.MaxValue"/> if not known.</summary>
    public int LeastAlone;

    /// <summary>The most of what remains with one unit or none and what that can save, and what all can save: no less remains than their difference.</summary>
    public int MostAlonePlusSaved;
    public int Saved;

    /// <summary>Listings that an achievement can fill.</summary>
    public UInt128 Have;

    /// <summary>Nothing yet.</summary>
    /// <param name="fromScratch">What remains with nothing.</param>
    public static SeveralHits None(int fromScratch) => new() { LastAchievement = -1, LeastAlone = int.MaxValue, MostAlonePlusSaved = fromScratch };

    /// <summary>No less than this remains.</summary>
    public readonly int AtLeast => Math.Max(0, MostAlonePlusSaved - Saved);

    /// <summary>Whether <see cref="LeastAlone"/> is no less than what remains.</summary>
    public readonly bool IsAtMostLeastAlone => !IsAmbiguous && LeastAlone != int.MaxValue;
}
