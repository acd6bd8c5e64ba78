using Plr.Consent.Viewers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;

namespace Plr.Consent.Decisions;

/// <summary>Which kinds of viewer may ask at all, and only about what concerns them.</summary>
public static class AllowRule
{
    /// <summary>Whether the viewer is of one of the kinds: for what concerns no learner in particular.</summary>
    public static bool IsOfKind(Viewer viewer, IReadOnlyCollection<ViewerKind> kinds) => viewer.Kind is { } kind && kinds.Contains(kind);

    /// <summary>Whether the viewer may ask about a record: of the learner kinds, its owner alone.</summary>
    /// <param name="learner">The owner; null when nobody has the number.</param>
    public static bool MayAsk(Viewer viewer, IReadOnlyCollection<ViewerKind> kinds, Learner? learner) =>
        IsOfKind(viewer, kinds) && learner is not null && ConsentRule.IsOwnRecord(viewer, learner);

    /// <summary>Whether the viewer is a party to the grant: its owner, or the one it is made to by name or by kind.</summary>
    public static bool MaySee(Viewer viewer, IReadOnlyCollection<ViewerKind> kinds, Learner? owner, PermissionGrant grant) =>
        IsOfKind(viewer, kinds)
        && ((owner is not null && ConsentRule.IsOwnRecord(viewer, owner)) || ConsentRule.IsMadeTo(grant, viewer));
}
