using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>A unit that counts, and where: the values of <c>type CountedUnit</c>.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Unit">The unit of the rule that is satisfied.</param>
/// <param name="AchievedUnit">The unit that satisfies it.</param>
/// <param name="Group">The label of the group it counts in.</param>
/// <param name="Credits">Credits it counts for.</param>
/// <param name="Achievement">The achievement; null for a what-if unit.</param>
public sealed record CountedAchievement(Uln Learner, Unit Unit, Unit AchievedUnit, string Group, int Credits, UnitAchievement? Achievement);
