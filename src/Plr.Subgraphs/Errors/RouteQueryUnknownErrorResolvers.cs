using Plr.GraphQL;

namespace Plr.Subgraphs.Errors;

/// <summary>The fields of <c>type RouteQueryUnknownError</c> that are no properties of it.</summary>
[ObjectType<RouteQueryUnknownError>("RouteQueryUnknownError")]
public sealed class RouteQueryUnknownErrorResolvers : UserErrorResolvers;
