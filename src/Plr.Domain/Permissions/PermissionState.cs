namespace Plr.Domain.Permissions;

/// <summary>Where a grant stands at a moment.</summary>
public enum PermissionState
{
    /// <summary>Holds from a later moment.</summary>
    Future,
    /// <summary>Holds now.</summary>
    Active,
    /// <summary>Ran out.</summary>
    Expired,
    /// <summary>Was revoked by the learner.</summary>
    Revoked,
}
