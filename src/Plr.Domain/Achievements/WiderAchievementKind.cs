namespace Plr.Domain.Achievements;

/// <summary>What kind of achievement outside units and regulated qualifications.</summary>
public enum WiderAchievementKind
{
    /// <summary>GCSE.</summary>
    Gcse,
    /// <summary>A level or AS level.</summary>
    ALevel,
    /// <summary>A degree.</summary>
    Degree,
    /// <summary>A licence to practise or operate.</summary>
    Licence,
    /// <summary>Any other.</summary>
    Other,
}
