using Plr.Domain.Combination;

namespace Plr.Rules.Evaluation;

/// <summary>One unit that the best allocation counts.</summary>
/// <param name="Unit">The unit that is counted.</param>
/// <param name="Node">The label of the group it is counted in.</param>
/// <param name="Achievement">Place in the list of achievements, from 0; null if the unit is still to be taken.</param>
/// <param name="Source">Where its credit comes from.</param>
/// <param name="AchievedAs">The unit that was achieved, where it is another one that counts as this; else null.</param>
/// <param name="Credits">Its credits.</param>
/// <param name="Level">Its level, Entry 1 = -2 to Level 8 = 8.</param>
/// <param name="GuidedLearningHours">Its guided learning hours.</param>
public sealed record CountedUnit(
    UnitKey Unit, string Node, int? Achievement, CreditSource Source, UnitKey? AchievedAs, int Credits, int Level, int GuidedLearningHours)
{
    /// <summary>Whether the unit is still to be taken.</summary>
    public bool IsFresh => Achievement is null;
}
