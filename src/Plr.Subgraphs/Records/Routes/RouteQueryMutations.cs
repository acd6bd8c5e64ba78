using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Records.Access;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Records.Routes;

/// <summary>What a learner does with their own saved route queries. That a learner asks was decided before.</summary>
[MutationType]
public sealed class RouteQueryMutations(RecordSession session, RecordAccess access, RequestCatalogue catalogue, TimeProvider clock)
{
    /// <summary><c>Mutation.saveRouteQuery</c>: one of the same name is replaced.</summary>
    public async ValueTask<SaveRouteQueryPayload?> SaveRouteQueryAsync(SaveRouteQueryInput input, CancellationToken cancellationToken)
    {
        var learner = await access.OwnAsync(cancellationToken);
        var draft = new RouteQueryDraft(catalogue);
        if (draft.Read(input, learner, clock.GetUtcNow()) is not { } query)
        {
            return new SaveRouteQueryPayload(null, draft.Errors);
        }

        var saved = await session.WriteAsync(store => store.SaveRouteQueryAsync(query, cancellationToken), cancellationToken);
        return saved.Succeeded
            ? new SaveRouteQueryPayload(saved.Value, [])
            : new SaveRouteQueryPayload(null, [new RouteQueryLimitError(saved.Problem, "input")]);
    }

    /// <summary><c>Mutation.deleteRouteQuery</c>.</summary>
    public async ValueTask<DeleteRouteQueryPayload?> DeleteRouteQueryAsync(DeleteRouteQueryInput input, CancellationToken cancellationToken)
    {
        var learner = await access.OwnAsync(cancellationToken);
        if (NodeId.Parse(input.Id) is not { Succeeded: true, Value: { Type: nameof(SavedRouteQuery) } id } || !id.TryGuid(out var key))
        {
            return Refused(new Problem(ErrorCodes.RouteQueryUnknown, "no saved route query of yours has this identifier: take it from your list of them"));
        }

        var deleted = await session.WriteAsync(store => store.DeleteRouteQueryAsync(learner, new RouteQueryId(key), cancellationToken), cancellationToken);
        return deleted.Succeeded ? new DeleteRouteQueryPayload(deleted.Value, []) : Refused(deleted.Problem);
    }

    private static DeleteRouteQueryPayload Refused(Problem problem) => new(null, [new RouteQueryUnknownError(problem, "input", "id")]);
}
