using Plr.Domain.Permissions;
using Plr.Subgraphs.Errors;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary><c>type RevokePermissionPayload</c>.</summary>
/// <param name="Grant">The grant as it now stands; null when refused.</param>
/// <param name="Errors">Why not; empty when revoked.</param>
public sealed record RevokePermissionPayload(PermissionGrant? Grant, IReadOnlyList<UserError> Errors);
