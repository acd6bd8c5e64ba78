using Plr.Domain.Permissions;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary><c>input GrantPermissionInput</c>.</summary>
/// <param name="Grantee">To whom.</param>
/// <param name="Scopes">Which scopes.</param>
/// <param name="Effect">Whether it opens or shuts them.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="ValidFrom">First moment; now when absent.</param>
/// <param name="ValidUntil">First moment it holds no longer; null for no end.</param>
/// <param name="MayDelegate">Whether the grantee may pass it on.</param>
public sealed record GrantPermissionInput(
    GranteeInput Grantee,
    IReadOnlyList<ConsentScope> Scopes,
    GrantEffect Effect,
    string Purpose,
    DateTimeOffset? ValidFrom,
    DateTimeOffset? ValidUntil,
    bool MayDelegate);
