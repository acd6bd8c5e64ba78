using Plr.Domain.Permissions;

namespace Plr.Consent.Decisions;

/// <summary>Whether a viewer may read a scope of a learner's record, and on which basis.</summary>
/// <param name="Scope">The scope that was asked for.</param>
/// <param name="Basis">The basis, allowed or withheld.</param>
/// <param name="Grant">The grant that opens or shuts it; null on any other basis.</param>
public sealed record ConsentDecision(ConsentScope Scope, AccessBasis Basis, PermissionGrant? Grant = null)
{
    /// <summary>Whether the whole scope is open. An own award opens nothing but itself, so it is not.</summary>
    public bool IsAllowed => Basis is AccessBasis.OwnRecord or AccessBasis.Consent or AccessBasis.Delegation or AccessBasis.OperatorDuty;

    /// <summary>Whether what the viewer awarded itself is open: the whole scope, or that alone.</summary>
    public bool AllowsOwnAwards => IsAllowed || Basis is AccessBasis.OwnAward;

    /// <summary>What the viewer reads it for, in the learner's words; null without a grant that opens it.</summary>
    public string? Purpose => IsAllowed ? Grant?.Purpose : null;
}
