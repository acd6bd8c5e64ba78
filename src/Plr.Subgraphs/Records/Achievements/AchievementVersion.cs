using Plr.Domain.Achievements;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>An achievement as it once stood: the values of <c>type AchievementVersion</c>.</summary>
public sealed class AchievementVersion
{
    private readonly Achievement achievement;

    internal AchievementVersion(Achievement achievement) => this.achievement = achievement;

    /// <summary>Counts the versions, from 1.</summary>
    public int Version => achievement.Version;

    /// <summary>When it was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt => achievement.RecordedAt;

    /// <summary>Where it stood.</summary>
    public AchievementStatus Status => achievement.Status;

    /// <summary>The grade it had.</summary>
    public string? Grade => achievement.Grade;

    /// <summary>The day of the award it had.</summary>
    public DateOnly AwardedOn => achievement.AwardedOn;
}
