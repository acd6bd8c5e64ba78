using Plr.Domain.Catalogue;
using Plr.GraphQL.Pagination;

namespace Plr.Subgraphs.Catalogue.Routes;

/// <summary>A page of routes from units: the values of <c>type RouteFromUnitsConnection</c>.</summary>
public sealed class RouteFromUnitsConnection
{
    internal RouteFromUnitsConnection(RequestCatalogue catalogue, RankedPage page, IReadOnlyList<Unit> units)
    {
        Edges = [.. page.Items.Select(item => new Edge<RouteFromUnits>(item.Cursor, new RouteFromUnits(catalogue, item, units)))];
        PageInfo = page.PageInfo;
        RulesVersion = page.RulesVersion;
    }

    /// <summary>The page with cursors.</summary>
    public IReadOnlyList<Edge<RouteFromUnits>> Edges { get; }

    /// <summary>The page alone.</summary>
    public IReadOnlyList<RouteFromUnits> Nodes => [.. Edges.Select(edge => edge.Node)];

    /// <summary>Where the page stands.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>The publication the rules come from.</summary>
    public string RulesVersion { get; }
}
