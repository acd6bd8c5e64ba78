namespace Plr.Subgraphs.Records.Routes;

/// <summary><c>input DeleteRouteQueryInput</c>.</summary>
/// <param name="Id">The query's identifier.</param>
public sealed record DeleteRouteQueryInput(string Id);
