using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>A unit that counts, and where: the values of <c>type CountedRuleUnit</c>.</summary>
/// <param name="Unit">The unit of the rule that is satisfied.</param>
/// <param name="AchievedUnit">The unit that satisfies it.</param>
/// <param name="Group">The label of the group it counts in.</param>
/// <param name="Credits">Credits it counts for.</param>
public sealed record CountedRuleUnit(Unit Unit, Unit AchievedUnit, string Group, int Credits);
