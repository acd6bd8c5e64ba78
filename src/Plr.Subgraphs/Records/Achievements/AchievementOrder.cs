namespace Plr.Subgraphs.Records.Achievements;

/// <summary>The order of achievements; equal days are ordered by identifier.</summary>
public enum AchievementOrder
{
    /// <summary>The newest award first.</summary>
    NewestAwardFirst,
    /// <summary>The oldest award first.</summary>
    OldestAwardFirst,
}
