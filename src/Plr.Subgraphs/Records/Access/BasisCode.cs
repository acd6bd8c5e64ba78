using System.Diagnostics;
using Plr.Domain.Permissions;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Bases by their names in the schema, for errors.</summary>
internal static class BasisCode
{
    public static string Of(AccessBasis basis) => basis switch
    {
        AccessBasis.OwnRecord => "OWN_RECORD",
        AccessBasis.Consent => "CONSENT",
        AccessBasis.Delegation => "DELEGATION",
        AccessBasis.OwnAward => "OWN_AWARD",
        AccessBasis.OperatorDuty => "OPERATOR_DUTY",
        AccessBasis.Blocked => "BLOCKED",
        AccessBasis.NoConsent => "NO_CONSENT",
        AccessBasis.PrivacyNoticeNotSeen => "PRIVACY_NOTICE_NOT_SEEN",
        AccessBasis.LearnerDoesNotShare => "LEARNER_DOES_NOT_SHARE",
        AccessBasis.OrganisationNotParticipating => "ORGANISATION_NOT_PARTICIPATING",
        _ => throw new UnreachableException($"no name for {basis}"),
    };
}
