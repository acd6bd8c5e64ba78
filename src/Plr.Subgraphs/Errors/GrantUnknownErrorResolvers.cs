using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type GrantUnknownError</c> that are no properties of it.</summary>
[ObjectType<GrantUnknownError>("GrantUnknownError")]
public sealed class GrantUnknownErrorResolvers : UserErrorResolvers;
