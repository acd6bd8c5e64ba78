using Plr.Rules.Evaluation;

namespace Plr.Rules.Exchange;

/// <summary>A learner of the exchange format.</summary>
/// <param name="Id">The identifier; unique in the document.</param>
/// <param name="Achieved">The achievements, in the order of the document: <c>aN</c> in a result is the N-th of them, from 0.</param>
public sealed record ExchangeLearner(string Id, IReadOnlyList<AchievedUnit> Achieved);
