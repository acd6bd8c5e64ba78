using System.Diagnostics;

namespace Plr.Domain.Catalogue;

/// <summary>Levels as numbers that a rule can compare.</summary>
public static class QualificationLevelOrder
{
    /// <summary>Entry 1 is -2, Entry 2 -1, Entry 3 0, Level 1 is 1, up to Level 8. A span counts as its lower level.</summary>
    public static int Rank(this QualificationLevel level) => level switch
    {
        QualificationLevel.Entry or QualificationLevel.Entry1 or QualificationLevel.Entry1To2 or QualificationLevel.Entry1To3 => -2,
        QualificationLevel.Entry2 or QualificationLevel.Entry2To3 => -1,
        QualificationLevel.Entry3 => 0,
        QualificationLevel.Level1 or QualificationLevel.Level1To2 => 1,
        QualificationLevel.Level2 => 2,
        QualificationLevel.Level3 => 3,
        QualificationLevel.Level4 => 4,
        QualificationLevel.Level5 => 5,
        QualificationLevel.Level6 => 6,
        QualificationLevel.Level7 => 7,
        QualificationLevel.Level8 => 8,
        _ => throw new UnreachableException($"no rank for {level}"),
    };
}
