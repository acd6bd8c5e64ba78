using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain.Permissions;

namespace Plr.Subgraphs.Records.Access;

/// <summary>A decision as the viewer is told it: the values of <c>type AccessDecision</c>.</summary>
public sealed class AccessAnswer
{
    internal AccessAnswer(ConsentDecision told, Viewer viewer)
    {
        Told = told;
        Viewer = viewer;
    }

    /// <summary>The scope.</summary>
    public ConsentScope Scope => Told.Scope;

    /// <summary>Whether it is open to the viewer, whole or for its own awards.</summary>
    public bool Allowed => Told.AllowsOwnAwards;

    /// <summary>On which basis.</summary>
    public AccessBasis Basis => Told.Basis;

    /// <summary>The grant that opens it; null on any other basis.</summary>
    public PermissionGrant? Grant => Told.IsAllowed ? Told.Grant : null;

    internal ConsentDecision Told { get; }

    internal Viewer Viewer { get; }
}
