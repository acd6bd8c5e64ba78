namespace Plr.Domain.Achievements;

/// <summary>Where an achievement came from.</summary>
public enum AchievementSource
{
    /// <summary>Submitted by the awarding organisation.</summary>
    AwardingOrganisation,
    /// <summary>The individualised learner record.</summary>
    Ilr,
    /// <summary>The national pupil database.</summary>
    Npd,
}
