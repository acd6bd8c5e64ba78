namespace Plr.Subgraphs.Records.Achievements;

/// <summary>Units or qualifications.</summary>
public enum AchievementKind
{
    /// <summary>Units.</summary>
    Unit,
    /// <summary>Qualifications.</summary>
    Qualification,
}
