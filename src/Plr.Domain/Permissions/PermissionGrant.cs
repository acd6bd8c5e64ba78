using System.Collections.Frozen;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Permissions;

/// <summary>A learner's word on who may read which scopes, for a purpose, for a while.</summary>
public sealed class PermissionGrant
{
    /// <summary>Its key.</summary>
    public required GrantId Id { get; init; }
    /// <summary>Whose record.</summary>
    public required Uln Learner { get; init; }
    /// <summary>To whom.</summary>
    public required Grantee Grantee { get; init; }
    /// <summary>Which scopes; at least one.</summary>
    public required FrozenSet<ConsentScope> Scopes { get; init; }
    /// <summary>Whether it opens or shuts them.</summary>
    public required GrantEffect Effect { get; init; }
    /// <summary>What it is for, 1 to <see cref="Permissions.Purpose.MaxLength"/> characters.</summary>
    public required string Purpose { get; init; }
    /// <summary>First instant it holds, UTC, inclusive.</summary>
    public required DateTimeOffset ValidFrom { get; init; }
    /// <summary>First instant it holds no longer, UTC, exclusive; null for no end.</summary>
    public DateTimeOffset? ValidUntil { get; init; }
    /// <summary>When the learner took it back, UTC; null while the learner has not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset GrantedAt { get; init; }
    /// <summary>Whether the grantee may pass it on.</summary>
    public bool MayDelegate { get; init; }

    /// <summary>Where it stands at <paramref name="now"/>.</summary>
    public PermissionState State(DateTimeOffset now) =>
        RevokedAt is { } revoked && revoked <= now ? PermissionState.Revoked
        : now < ValidFrom ? PermissionState.Future
        : ValidUntil is { } until && until <= now ? PermissionState.Expired
        : PermissionState.Active;
}
