using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Rules.Evaluation;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>A unit that does not count, and why: the values of <c>type NotCountedUnit</c>.</summary>
public sealed class UncountedAchievement
{
    internal UncountedAchievement(Uln learner, Unit unit, NotCountedAchievement left, UnitAchievement? achievement)
    {
        Learner = learner;
        Unit = unit;
        Left = left;
        Achievement = achievement;
    }

    /// <summary>Whose.</summary>
    public Uln Learner { get; }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>Why it does not count.</summary>
    public NotCountedReason Reason => Left.Reason;

    /// <summary>The achievement; null for a what-if unit.</summary>
    public UnitAchievement? Achievement { get; }

    internal NotCountedAchievement Left { get; }
}
