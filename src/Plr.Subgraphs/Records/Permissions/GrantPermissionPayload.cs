using Plr.Domain.Permissions;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary><c>type GrantPermissionPayload</c>.</summary>
/// <param name="Grant">The grant; null when refused.</param>
/// <param name="Errors">Why not; empty when granted.</param>
public sealed record GrantPermissionPayload(PermissionGrant? Grant, IReadOnlyList<UserError> Errors);
