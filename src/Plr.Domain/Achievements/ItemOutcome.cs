namespace Plr.Domain.Achievements;

/// <summary>What became of one submitted item.</summary>
public enum ItemOutcome
{
    /// <summary>Recorded for the first time.</summary>
    Created,
    /// <summary>A new version of an achievement already held.</summary>
    Updated,
    /// <summary>Already held exactly so: nothing was written.</summary>
    Unchanged,
    /// <summary>Refused: the problem says why.</summary>
    Rejected,
}
