using Plr.Domain.Achievements;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary><c>input AchievementFilter</c>. All that is given must hold.</summary>
/// <param name="Kind">Units or qualifications alone.</param>
/// <param name="AwardedFrom">Awarded on this day or later.</param>
/// <param name="AwardedTo">Awarded on this day or earlier.</param>
/// <param name="Status">Where it stands.</param>
public sealed record AchievementFilter(AchievementKind? Kind, DateOnly? AwardedFrom, DateOnly? AwardedTo, AchievementStatus? Status)
{
    /// <summary>Whether an achievement matches all that is given.</summary>
    public bool Matches(Achievement achievement) =>
        (Kind is null || Kind is AchievementKind.Unit == achievement is UnitAchievement)
        && (AwardedFrom is null || achievement.AwardedOn >= AwardedFrom)
        && (AwardedTo is null || achievement.AwardedOn <= AwardedTo)
        && (Status is null || achievement.Status == Status);
}
