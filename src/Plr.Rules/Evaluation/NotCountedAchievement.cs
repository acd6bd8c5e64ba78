using Plr.Domain.Combination;

namespace Plr.Rules.Evaluation;

/// <summary>An achievement that the best allocation does not count, and why.</summary>
/// <param name="Achievement">Place in the list of achievements, from 0.</param>
/// <param name="Unit">The unit that was achieved.</param>
/// <param name="Reason">Why it does not count.</param>
/// <param name="Node">The group the reason is about; null if it is about none.</param>
/// <param name="Against">The unit it is barred against or depends on; null if the reason is another.</param>
public sealed record NotCountedAchievement(int Achievement, UnitKey Unit, NotCountedReason Reason, string? Node, UnitKey? Against);
