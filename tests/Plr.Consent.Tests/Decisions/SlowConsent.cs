using Plr.Consent.Viewers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Domain.Records;

namespace Plr.Consent.Tests.Decisions;

/// <summary>The slow, obvious twin: every basis is a sentence about the facts, and the first that is true is the answer.</summary>
internal static class SlowConsent
{
    public static AccessBasis Basis(Viewer viewer, bool participates, LearnerAccess? access, ConsentScope scope, DateTimeOffset now)
    {
        var isOrganisation = viewer is Viewer.OrganisationViewer;
        var isAwarder = viewer is Viewer.OrganisationViewer { ActsAs: OrganisationKind.AwardingOrganisation };
        var grants = access?.Grants ?? [];
        var holding = grants.Where(grant => Holds(grant, now) && Reaches(grant, viewer) && grant.Scopes.Contains(scope)).ToList();
        var allowed = holding.Find(grant => grant.Effect is GrantEffect.Allow);
        var notice = access?.Learner.PrivacyNotice;

        (bool True, AccessBasis Basis)[] sentences =
        [
            (viewer is Viewer.LearnerViewer own && access is not null && access.Learner.LinkedUlns.Append(access.Learner.Uln).Contains(own.Uln), AccessBasis.OwnRecord),
            (holding.Any(grant => grant.Effect is GrantEffect.Block), AccessBasis.Blocked),
            (isOrganisation && !participates, AccessBasis.OrganisationNotParticipating),
            (notice is PrivacyNotice.SeenShares && allowed is { Grantee: Grantee.ToPerson }, AccessBasis.Delegation),
            (notice is PrivacyNotice.SeenShares && allowed is not null, AccessBasis.Consent),
            (isAwarder && scope is ConsentScope.QualificationAchievements, AccessBasis.OwnAward),
            (notice is PrivacyNotice.NotSeen, AccessBasis.PrivacyNoticeNotSeen),
            (notice is PrivacyNotice.SeenDoesNotShare, AccessBasis.LearnerDoesNotShare),
            (true, AccessBasis.NoConsent),
        ];
        return sentences.First(sentence => sentence.True).Basis;
    }

    private static bool Holds(PermissionGrant grant, DateTimeOffset now)
    {
        var begun = grant.ValidFrom <= now;
        var ended = grant.ValidUntil is not null && grant.ValidUntil <= now;
        var revoked = grant.RevokedAt is not null && grant.RevokedAt <= now;
        return begun && !ended && !revoked;
    }

    private static bool Reaches(PermissionGrant grant, Viewer viewer)
    {
        if (viewer is Viewer.OrganisationViewer organisation)
        {
            return grant.Grantee == new Grantee.ToOrganisation(organisation.Id) || grant.Grantee == new Grantee.ToCategory(organisation.ActsAs);
        }

        return viewer is Viewer.DelegateViewer person && grant.Grantee is Grantee.ToPerson to && to.Subject == person.Subject;
    }
}
