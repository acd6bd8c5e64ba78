using Plr.Domain.Catalogue;
using Plr.Rules.Evaluation;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>A unit that does not count, and why: the values of <c>type UncountedRuleUnit</c>.</summary>
public sealed class UncountedRuleUnit
{
    internal UncountedRuleUnit(Unit unit, NotCountedAchievement left)
    {
        Unit = unit;
        Left = left;
    }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>Why it does not count.</summary>
    public NotCountedReason Reason => Left.Reason;

    internal NotCountedAchievement Left { get; }
}
