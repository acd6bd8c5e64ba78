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

    /// <summary>The single level of a rank, -2 to 8: the inverse of <see cref="Rank"/> for levels that are no span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public static QualificationLevel OfRank(int rank) => rank switch
    {
        -2 => QualificationLevel.Entry1,
        -1 => QualificationLevel.Entry2,
        0 => QualificationLevel.Entry3,
        1 => QualificationLevel.Level1,
        2 => QualificationLevel.Level2,
        3 => QualificationLevel.Level3,
        4 => QualificationLevel.Level4,
        5 => QualificationLevel.Level5,
        6 => QualificationLevel.Level6,
        7 => QualificationLevel.Level7,
        8 => QualificationLevel.Level8,
        _ => throw new ArgumentOutOfRangeException(nameof(rank), rank, "levels rank from -2 to 8"),
    };
}
