namespace Plr.Domain.Achievements;

/// <summary>Where an achievement stands in its life.</summary>
public enum AchievementStatus
{
    /// <summary>Recorded, not yet final.</summary>
    Provisional,
    /// <summary>Final: it counts.</summary>
    Final,
    /// <summary>Withdrawn by its awarding organisation: kept, counts no longer.</summary>
    Withdrawn,
}
