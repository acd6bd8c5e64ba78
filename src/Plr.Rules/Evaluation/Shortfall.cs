using Plr.Domain.Combination;

namespace Plr.Rules.Evaluation;

/// <summary>What a bound still lacks when only what was achieved is counted.</summary>
/// <param name="Bound">The bound as the rule has it; null for the mandatory units of a group.</param>
/// <param name="Measure">What is lacking.</param>
/// <param name="Missing">How much, 1 or more; for a share, in its own measure, rounded up.</param>
public sealed record Shortfall(Bound? Bound, BoundMeasure Measure, int Missing);
