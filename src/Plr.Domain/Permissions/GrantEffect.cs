namespace Plr.Domain.Permissions;

/// <summary>Whether a grant opens or shuts. A block beats every allowance.</summary>
public enum GrantEffect
{
    /// <summary>Opens the scopes.</summary>
    Allow,
    /// <summary>Shuts the scopes.</summary>
    Block,
}
