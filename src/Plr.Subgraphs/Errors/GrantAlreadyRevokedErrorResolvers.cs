using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type GrantAlreadyRevokedError</c> that are no properties of it.</summary>
[ObjectType<GrantAlreadyRevokedError>("GrantAlreadyRevokedError")]
public sealed class GrantAlreadyRevokedErrorResolvers : UserErrorResolvers;
