using Plr.Consent.Viewers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;

namespace Plr.Consent.Decisions;

/// <summary>Who may read which scope of whose record, and why. Pure: the clock is an argument.</summary>
/// <remarks>The order and its reasons: docs/decisions/0006-how-consent-is-decided.md. Withheld is what is left when nothing allows.</remarks>
public static class ConsentRule
{
    /// <summary>Decides one scope of one record.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="participates">Whether the viewer's organisation has its agreements in force and is of the kind it acts as; of no matter for others.</param>
    /// <param name="access">The learner and their grants; null when nobody has the number.</param>
    /// <param name="scope">What is asked for.</param>
    /// <param name="now">The moment, UTC.</param>
    public static ConsentDecision Decide(Viewer viewer, bool participates, LearnerAccess? access, ConsentScope scope, DateTimeOffset now)
    {
        if (access is null)
        {
            return WithoutLearner(viewer, participates, scope);
        }

        if (IsOwnRecord(viewer, access.Learner))
        {
            return new ConsentDecision(scope, AccessBasis.OwnRecord);
        }

        if (Find(viewer, access, scope, GrantEffect.Block, now) is { } block)
        {
            return new ConsentDecision(scope, AccessBasis.Blocked, block);
        }

        if (viewer is Viewer.OrganisationViewer && !participates)
        {
            return new ConsentDecision(scope, AccessBasis.OrganisationNotParticipating);
        }

        var allowance = Find(viewer, access, scope, GrantEffect.Allow, now);
        if (allowance is not null && access.Learner.PrivacyNotice is PrivacyNotice.SeenShares)
        {
            return new ConsentDecision(scope, allowance.Grantee is Grantee.ToPerson ? AccessBasis.Delegation : AccessBasis.Consent, allowance);
        }

        if (SeesOwnAwards(viewer, scope))
        {
            return new ConsentDecision(scope, AccessBasis.OwnAward);
        }

        return new ConsentDecision(scope, access.Learner.PrivacyNotice switch
        {
            PrivacyNotice.NotSeen => AccessBasis.PrivacyNoticeNotSeen,
            PrivacyNotice.SeenDoesNotShare => AccessBasis.LearnerDoesNotShare,
            _ => AccessBasis.NoConsent,
        });
    }

    /// <summary>The decision as the viewer may be told it.</summary>
    /// <remarks>
    /// A viewer to whom the learner made a grant by name that holds now knows of the learner, and is told the true basis. Anyone else is told
    /// what they would be told about a number that nobody has: a block, an opt-out and an unknown learner look the same.
    /// </remarks>
    public static ConsentDecision Tell(ConsentDecision decision, Viewer viewer, bool participates, LearnerAccess? access, DateTimeOffset now) =>
        decision.IsAllowed || (access is not null && IsNamedByGrant(viewer, access, now))
            ? decision
            : WithoutLearner(viewer, participates, decision.Scope);

    /// <summary>Whether the record is the viewer's own, under its present number or an older one.</summary>
    public static bool IsOwnRecord(Viewer viewer, Learner learner) =>
        viewer is Viewer.LearnerViewer own && (own.Uln == learner.Uln || learner.LinkedUlns.Contains(own.Uln));

    /// <summary>Whether a grant is made to the viewer: by name, or to its kind.</summary>
    public static bool IsMadeTo(PermissionGrant grant, Viewer viewer) => (grant.Grantee, viewer) switch
    {
        (Grantee.ToOrganisation to, Viewer.OrganisationViewer by) => to.Id == by.Id,
        (Grantee.ToCategory to, Viewer.OrganisationViewer by) => to.Kind == by.ActsAs,
        (Grantee.ToPerson to, Viewer.DelegateViewer by) => string.Equals(to.Subject, by.Subject, StringComparison.Ordinal),
        _ => false,
    };

    private static ConsentDecision WithoutLearner(Viewer viewer, bool participates, ConsentScope scope) => new(scope, viewer switch
    {
        Viewer.OrganisationViewer when !participates => AccessBasis.OrganisationNotParticipating,
        _ when SeesOwnAwards(viewer, scope) => AccessBasis.OwnAward,
        _ => AccessBasis.NoConsent,
    });

    private static bool SeesOwnAwards(Viewer viewer, ConsentScope scope) =>
        scope is ConsentScope.QualificationAchievements && viewer.Kind is ViewerKind.AwardingOrganisation;

    private static bool IsNamedByGrant(Viewer viewer, LearnerAccess access, DateTimeOffset now) =>
        access.Grants.Any(grant =>
            grant.Effect is GrantEffect.Allow && grant.Grantee is not Grantee.ToCategory
            && IsMadeTo(grant, viewer) && grant.State(now) is PermissionState.Active);

    // Grants come newest first, so the newest that fits gives the basis.
    private static PermissionGrant? Find(Viewer viewer, LearnerAccess access, ConsentScope scope, GrantEffect effect, DateTimeOffset now) =>
        access.Grants.FirstOrDefault(grant =>
            grant.Effect == effect && grant.Scopes.Contains(scope) && IsMadeTo(grant, viewer) && grant.State(now) is PermissionState.Active);
}
