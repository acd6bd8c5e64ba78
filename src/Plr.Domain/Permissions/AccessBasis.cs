namespace Plr.Domain.Permissions;

/// <summary>Why a scope of a record was opened or withheld.</summary>
public enum AccessBasis
{
    /// <summary>Allowed: the learner's own record.</summary>
    OwnRecord,
    /// <summary>Allowed: an active grant.</summary>
    Consent,
    /// <summary>Allowed: a person the learner trusts.</summary>
    Delegation,
    /// <summary>Allowed: the viewer awarded it.</summary>
    OwnAward,
    /// <summary>Allowed: an operator inside a case.</summary>
    OperatorDuty,
    /// <summary>Withheld: a block of the learner's.</summary>
    Blocked,
    /// <summary>Withheld: no grant covers it.</summary>
    NoConsent,
    /// <summary>Withheld: the learner has not seen the privacy notice.</summary>
    PrivacyNoticeNotSeen,
    /// <summary>Withheld: the learner does not share.</summary>
    LearnerDoesNotShare,
    /// <summary>Withheld: the organisation's agreements are not in force.</summary>
    OrganisationNotParticipating,
}
