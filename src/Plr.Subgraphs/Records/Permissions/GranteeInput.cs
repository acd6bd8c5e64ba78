using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary><c>input GranteeInput</c>: exactly one of them.</summary>
/// <param name="Organisation">One organisation, by UKPRN.</param>
/// <param name="OrganisationId">One organisation, by its identifier in the graph.</param>
/// <param name="Category">Every participating organisation of a kind.</param>
/// <param name="Person">A person the learner trusts.</param>
public sealed record GranteeInput(Ukprn? Organisation, string? OrganisationId, OrganisationKind? Category, DelegatedPersonInput? Person);
