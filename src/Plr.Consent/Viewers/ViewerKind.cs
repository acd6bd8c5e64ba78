namespace Plr.Consent.Viewers;

/// <summary>What kind of viewer asks.</summary>
public enum ViewerKind
{
    /// <summary>A learner, about their own record.</summary>
    Learner,
    /// <summary>A person whom a learner trusts.</summary>
    Delegate,
    /// <summary>A learning provider.</summary>
    LearningProvider,
    /// <summary>A careers adviser.</summary>
    CareersAdviser,
    /// <summary>An awarding organisation.</summary>
    AwardingOrganisation,
    /// <summary>An employer.</summary>
    Employer,
    /// <summary>Another approved third party.</summary>
    ThirdParty,
    /// <summary>A regulator of qualifications.</summary>
    Regulator,
    /// <summary>An operator of the service.</summary>
    Operator,
}
