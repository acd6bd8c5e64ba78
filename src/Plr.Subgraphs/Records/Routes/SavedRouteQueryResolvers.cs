using Plr.Domain.Catalogue;
using Plr.Domain.Routes;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Routes;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Records.Progress;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>The fields of <c>type SavedRouteQuery</c> that are no properties of it.</summary>
[ObjectType<SavedRouteQuery>("SavedRouteQuery")]
public sealed class SavedRouteQueryResolvers(EvidenceReader reader, RequestCatalogue catalogue)
{
    /// <summary><c>SavedRouteQuery.id</c>.</summary>
    public static string Id(SavedRouteQuery query) => NodeId.Of(query.Id);

    /// <summary><c>SavedRouteQuery.whatIf</c>: one that left the register is named by its number.</summary>
    public IReadOnlyList<Unit> WhatIf(SavedRouteQuery query) => [.. query.WhatIf.Select(catalogue.Name)];

    /// <summary><c>SavedRouteQuery.routes</c>: asked again, of the record as it stands now.</summary>
    public async ValueTask<RouteConnection?> RoutesAsync(SavedRouteQuery query, int? first, string? after, CancellationToken cancellationToken)
    {
        var ranking = new RouteRanking(catalogue, query.Filter, first, after);
        var evidence = await reader.ReadAsync([query.Learner], query.WhatIf, includeAchieved: true, cancellationToken);
        return new RouteConnection(catalogue, ranking.Rank(evidence[0].Facts, evidence[0].WhatIfKeys), evidence[0]);
    }
}
