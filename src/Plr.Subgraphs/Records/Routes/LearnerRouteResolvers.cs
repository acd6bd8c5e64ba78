using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.GraphQL;
using Plr.GraphQL.Pagination;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Routes;
using Plr.Subgraphs.Records.Progress;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>Where a learner could go from here: fields of <c>type Learner</c>.</summary>
[ObjectType<LearnerReference>("Learner")]
public sealed class LearnerRouteResolvers(EvidenceReader reader, RequestCatalogue catalogue)
{
    /// <summary><c>Learner.routes</c>: under the rules in force, as of today.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<RouteConnection?>> RoutesAsync(
        IReadOnlyList<LearnerReference> learners,
        int? first,
        string? after,
        RouteFilter? filter,
        IReadOnlyList<UnitNumber>? whatIf,
        bool includeAchieved,
        CancellationToken cancellationToken)
    {
        var ranking = new RouteRanking(catalogue, filter, first, after);
        var evidence = await reader.ReadAsync(learners.Select(learner => learner.Uln), whatIf, includeAchieved, cancellationToken);
        return [.. evidence.Select(of => new RouteConnection(catalogue, ranking.Rank(of.Facts, of.WhatIfKeys), of))];
    }

    /// <summary><c>Learner.nextBestUnits</c>: over the learner's nearest routes.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<UnitSuggestions?>> NextBestUnitsAsync(
        IReadOnlyList<LearnerReference> learners, int? first, RouteFilter? filter, CancellationToken cancellationToken)
    {
        var ranking = new RouteRanking(catalogue, filter, Rules.Routes.NextBestUnits.MaxRoutes, after: null);
        var size = PageArguments.Read(first, after: null, last: null, before: null, max: UnitSuggestions.MaxUnits, defaultSize: UnitSuggestions.DefaultUnits).Size;
        var evidence = await reader.ReadAsync(learners.Select(learner => learner.Uln), whatIf: null, includeAchieved: true, cancellationToken);
        return [.. evidence.Select(of => new UnitSuggestions(catalogue, ranking.Rank(of.Facts, []), of, size, cancellationToken))];
    }
}
