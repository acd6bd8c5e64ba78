namespace Plr.Domain.Achievements;

/// <summary>The limits of one submission of achievements.</summary>
public static class AchievementSubmission
{
    /// <summary>The most items one submission takes.</summary>
    public const int MaxItems = 1_000;
}
