using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Errors;
using ErrorCodes = Plr.Domain.ErrorCodes;

namespace Plr.Subgraphs.Nodes;

/// <summary><c>Query.node</c> and <c>Query.nodes</c>. What they find is guarded by its type, as it is wherever it is found.</summary>
/// <remarks>An achievement or grant that nobody has is answered as one that is withheld: the guard sees something that belongs to no learner.</remarks>
[QueryType]
public sealed class NodeQueries(RequestCatalogue catalogue, RecordNodes records)
{
    private const int MaxIds = 100;

    /// <summary><c>Query.node</c>: null when nothing public has the identifier.</summary>
    public async ValueTask<object?> NodeAsync(string id, FieldContext context, CancellationToken cancellationToken) =>
        (await FindAsync([NodeId.Parse(id).OrThrow()], context, cancellationToken))[0];

    /// <summary><c>Query.nodes</c>: one for one, at most 100.</summary>
    public async ValueTask<IReadOnlyList<object?>> NodesAsync(IReadOnlyList<string> ids, FieldContext context, CancellationToken cancellationToken) =>
        ids.Count <= MaxIds
            ? await FindAsync([.. ids.Select(id => NodeId.Parse(id).OrThrow())], context, cancellationToken)
            : throw new GraphQLException(ErrorCodes.TooManyIds, $"`nodes` takes at most {MaxIds} identifiers: split the call");

    private async ValueTask<IReadOnlyList<object?>> FindAsync(IReadOnlyList<NodeId> ids, FieldContext context, CancellationToken cancellationToken)
    {
        // The catalogue alone knows no personal types, and asks no database for them.
        List<NodeId> known = [.. ids.Where(id => context.HasType(id.Type))];
        var personal = await records.FindAsync([.. known.Where(id => RecordNodes.Types.Contains(id.Type))], cancellationToken);
        return [.. ids.Select(id => personal.TryGetValue(id, out var found) ? found : RecordNodes.Types.Contains(id.Type) ? null : Public(id))];
    }

    private object? Public(NodeId id) => id.Type switch
    {
        nameof(Organisation) => catalogue.Current.Organisation(new OrganisationId(id.Key)),
        nameof(Qualification) => catalogue.Current.Qualification(QualificationNumber.ParseIssued(id.Key).OrThrow()),
        nameof(Unit) => catalogue.Current.Unit(UnitNumber.ParseIssued(id.Key).OrThrow()),
        _ => throw new GraphQLException(NodeId.Malformed.ToError()),
    };
}
