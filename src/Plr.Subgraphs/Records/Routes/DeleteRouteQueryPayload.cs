using Plr.Domain.Routes;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Routes;

/// <summary><c>type DeleteRouteQueryPayload</c>.</summary>
/// <param name="Query">The query that is gone; null when refused.</param>
/// <param name="Errors">Why not; empty when deleted.</param>
public sealed record DeleteRouteQueryPayload(SavedRouteQuery? Query, IReadOnlyList<UserError> Errors);
