using Plr.Domain.Identifiers;

namespace Plr.Domain.Achievements;

/// <summary>A unit achieved. Scope QUALIFICATION_ACHIEVEMENTS.</summary>
public sealed class UnitAchievement : Achievement
{
    /// <summary>Which unit.</summary>
    public required UnitNumber Unit { get; init; }
    /// <summary>How its credit was come by.</summary>
    public required UnitRoute Route { get; init; }
}
