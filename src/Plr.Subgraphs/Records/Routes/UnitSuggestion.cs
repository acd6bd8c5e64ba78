using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>A unit and what it alone would bring: the values of <c>type NextBestUnit</c>.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="RoutesCloser">Routes of which less would remain.</param>
/// <param name="RoutesCompleted">Those among them of which nothing would remain.</param>
/// <param name="CreditsSaved">How many fewer credits would remain, summed over these routes.</param>
public sealed record UnitSuggestion(Unit Unit, int RoutesCloser, int RoutesCompleted, int CreditsSaved);
