using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type OrganisationUnknownError</c> that are no properties of it.</summary>
[ObjectType<OrganisationUnknownError>("OrganisationUnknownError")]
public sealed class OrganisationUnknownErrorResolvers : UserErrorResolvers;
