using Plr.Domain.Routes;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Routes;

/// <summary><c>type SaveRouteQueryPayload</c>.</summary>
/// <param name="Query">The query as it is kept; null when refused.</param>
/// <param name="Errors">Why not; empty when saved.</param>
public sealed record SaveRouteQueryPayload(SavedRouteQuery? Query, IReadOnlyList<UserError> Errors);
