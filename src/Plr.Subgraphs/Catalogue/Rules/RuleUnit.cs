using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A unit as a rule names it: the values of <c>type RuleUnit</c>.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="IsMandatory">Whether everyone must achieve it.</param>
/// <param name="Group">The label of the group that names it.</param>
public sealed record RuleUnit(Unit Unit, bool IsMandatory, string Group);
