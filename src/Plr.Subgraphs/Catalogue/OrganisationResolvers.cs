using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.GraphQL;
using Plr.GraphQL.Binding;
using Plr.GraphQL.Pagination;
using Plr.Subgraphs.Catalogue.Filters;
using Plr.Subgraphs.Errors;
using Plr.Subgraphs.Nodes;

namespace Plr.Subgraphs.Catalogue;

/// <summary>The fields of <c>type Organisation</c> that are no properties of it.</summary>
[ObjectType<Organisation>("Organisation")]
public sealed class OrganisationResolvers(RequestCatalogue catalogue)
{
    /// <summary><c>Organisation.id</c>.</summary>
    public static string Id(Organisation organisation) => NodeId.Of(organisation.Id);

    /// <summary><c>Organisation.participation</c>: judged today.</summary>
    public Participation Participation(Organisation organisation) => Domain.Organisations.Participation.Of(organisation, catalogue.Today);

    /// <summary><c>Organisation.qualifications</c>: those it awards, by number.</summary>
    public Connection<Qualification> Qualifications(
        Organisation organisation, QualificationFilter? filter, int? first, string? after, int? last, string? before) =>
        Pages.Of(QualificationSearch.In([.. catalogue.Current.QualificationsOf(organisation.Id)], filter), first, after, last, before);

    /// <summary>Organisations by their identifiers, for other subgraphs.</summary>
    [EntityResolver]
    public IReadOnlyList<Organisation?> Entities(IReadOnlyList<EntityRepresentation> representations) =>
        [.. representations.Select(representation =>
            NodeId.Parse(representation.Get<string>("id")).OrThrow() is { Type: "Organisation" } id ? catalogue.Current.Organisation(new OrganisationId(id.Key)) : null)];
}
