using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.GraphQL;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>The search for routes without a learner: a root field of schema/catalogue.graphql.</summary>
/// <remarks>Source: FACTS 5, the generic (anonymous) search.</remarks>
[QueryType]
public sealed class RouteQueries(RequestCatalogue catalogue)
{
    /// <summary><c>Query.routesFrom</c>: reads no record.</summary>
    public RouteFromUnitsConnection RoutesFrom(IReadOnlyList<UnitNumber> units, RouteFilter? filter, int? first, string? after)
    {
        var held = UnitList.Read(catalogue, units);
        return new RouteFromUnitsConnection(
            catalogue, new RouteRanking(catalogue, filter, first, after).Rank([], [.. held.Select(unit => (UnitKey)unit.Number.Value)]), held);
    }
}
