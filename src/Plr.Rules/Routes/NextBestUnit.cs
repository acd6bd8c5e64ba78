using Plr.Domain.Combination;

namespace Plr.Rules.Routes;

/// <summary>A unit and what achieving it, and nothing else, would bring.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RoutesCloser">Routes of which fewer credits would remain.</param>
/// <param name="RoutesCompleted">Those among them of which nothing would remain.</param>
/// <param name="CreditsSaved">How many fewer credits would remain, summed over these routes.</param>
public sealed record NextBestUnit(UnitKey Unit, int RoutesCloser, int RoutesCompleted, int CreditsSaved);
