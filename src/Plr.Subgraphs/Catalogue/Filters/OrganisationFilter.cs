using Plr.Domain.Organisations;

namespace Plr.Subgraphs.Catalogue.Filters;

/// <summary><c>input OrganisationFilter</c>. All that is given must hold.</summary>
/// <param name="Keyword">Words that the name holds.</param>
/// <param name="Kind">What the organisation is to the record.</param>
public sealed record OrganisationFilter(string? Keyword, OrganisationKind? Kind);
