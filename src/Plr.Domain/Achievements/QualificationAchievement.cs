using Plr.Domain.Identifiers;

namespace Plr.Domain.Achievements;

/// <summary>A qualification awarded. Scope QUALIFICATION_ACHIEVEMENTS.</summary>
public sealed class QualificationAchievement : Achievement
{
    /// <summary>Which qualification.</summary>
    public required QualificationNumber Qualification { get; init; }
}
