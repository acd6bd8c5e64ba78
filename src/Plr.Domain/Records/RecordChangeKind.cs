namespace Plr.Domain.Records;

/// <summary>What happened to a record.</summary>
public enum RecordChangeKind
{
    /// <summary>A unit or a qualification was recorded, or has a new version.</summary>
    AchievementRecorded,
    /// <summary>A grant was made or taken back: who may watch is to be decided again.</summary>
    PermissionChanged,
    /// <summary>Something may have happened that nobody was told of: whoever watches looks again.</summary>
    Missed,
}
