using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A unit that counts only with another: the values of <c>type UnitDependency</c>.</summary>
/// <param name="Unit">The unit with the condition.</param>
/// <param name="NeedsOneOf">One of these has to count too.</param>
public sealed record RuleDependency(Unit Unit, IReadOnlyList<Unit> NeedsOneOf);
