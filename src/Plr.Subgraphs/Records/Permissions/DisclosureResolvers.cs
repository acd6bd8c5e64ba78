using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary>The fields of <c>type Disclosure</c> that are no properties of it.</summary>
[ObjectType<Disclosure>("Disclosure")]
public sealed class DisclosureResolvers(RecordSession session, RequestCatalogue catalogue)
{
    /// <summary><c>Disclosure.id</c>: names the entry; no node.</summary>
    public static string Id(Disclosure disclosure) => disclosure.Id.ToString("N");

    /// <summary><c>Disclosure.organisation</c>: the one that read.</summary>
    public Organisation? Organisation(Disclosure disclosure) => disclosure.Organisation is { } id ? catalogue.Name(id) : null;

    /// <summary><c>Disclosure.grant</c>: by which it was read.</summary>
    [BatchResolver]
    public async ValueTask<IReadOnlyList<PermissionGrant?>> GrantAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken)
    {
        var grants = await session.GrantsAsync(disclosures.Where(entry => entry.Grant is not null).Select(entry => entry.Grant!.Value), cancellationToken);
        return [.. disclosures.Select(entry => entry.Grant is { } id ? grants.GetValueOrDefault(id) : null)];
    }
}
