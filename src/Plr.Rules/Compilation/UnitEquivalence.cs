using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>A unit whose achievement counts as another unit. Directed: a true equivalence is two of these.</summary>
/// <param name="Achieved">The unit that was achieved.</param>
/// <param name="CountsAs">The unit it counts as, with that unit's credits and level.</param>
/// <param name="Source">The source such credit has; null for the achievement's own.</param>
/// <param name="Many">Whether this use leaves the achievement free to count elsewhere too.</param>
public sealed record UnitEquivalence(UnitKey Achieved, UnitKey CountsAs, CreditSource? Source = null, bool Many = false);
