using System.Diagnostics;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary>The fields of <c>type PermissionGrant</c> that are no properties of it.</summary>
[ObjectType<PermissionGrant>("PermissionGrant")]
public sealed class PermissionGrantResolvers(RequestCatalogue catalogue, RecordAccess access)
{
    /// <summary><c>PermissionGrant.id</c>.</summary>
    public static string Id(PermissionGrant grant) => NodeId.Of(grant.Id);

    /// <summary><c>PermissionGrant.learner</c>.</summary>
    public static LearnerReference Learner(PermissionGrant grant) => new(grant.Learner);

    /// <summary><c>PermissionGrant.grantee</c>: an organisation, a category or a person.</summary>
    public object Grantee(PermissionGrant grant) => grant.Grantee switch
    {
        Grantee.ToOrganisation to => catalogue.Name(to.Id),
        Grantee.ToCategory to => new OrganisationCategory(to.Kind),
        Grantee.ToPerson to => new DelegatedPerson(to.Name),
        _ => throw new UnreachableException($"no grantee for {grant.Grantee.GetType().Name}"),
    };

    /// <summary><c>PermissionGrant.scopes</c>: in the order of the enum.</summary>
    public static IReadOnlyList<ConsentScope> Scopes(PermissionGrant grant) => [.. grant.Scopes.Order()];

    /// <summary><c>PermissionGrant.state</c>: at the moment of this request.</summary>
    public PermissionState State(PermissionGrant grant) => grant.State(access.Now);
}
