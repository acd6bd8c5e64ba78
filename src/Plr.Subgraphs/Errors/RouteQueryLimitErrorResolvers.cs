using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type RouteQueryLimitError</c> that are no properties of it.</summary>
[ObjectType<RouteQueryLimitError>("RouteQueryLimitError")]
public sealed class RouteQueryLimitErrorResolvers : UserErrorResolvers;
