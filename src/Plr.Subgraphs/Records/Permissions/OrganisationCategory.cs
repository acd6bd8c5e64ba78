using Plr.Domain.Organisations;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary>Every participating organisation of a kind: the values of <c>type OrganisationCategory</c>.</summary>
/// <param name="Kind">Which kind.</param>
public sealed record OrganisationCategory(OrganisationKind Kind);
