namespace Plr.Domain.Achievements;

/// <summary>An achievement outside units and regulated qualifications. Scope WIDER_ACHIEVEMENTS.</summary>
public sealed class WiderAchievement : Achievement
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }
    /// <summary>What kind it is.</summary>
    public required WiderAchievementKind Kind { get; init; }
    /// <summary>Its level as printed; null where none is recorded.</summary>
    public string? Level { get; init; }
}
