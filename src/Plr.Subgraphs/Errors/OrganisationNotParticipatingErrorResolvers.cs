using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type OrganisationNotParticipatingError</c> that are no properties of it.</summary>
[ObjectType<OrganisationNotParticipatingError>("OrganisationNotParticipatingError")]
public sealed class OrganisationNotParticipatingErrorResolvers : UserErrorResolvers;
