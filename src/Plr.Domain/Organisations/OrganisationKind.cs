namespace Plr.Domain.Organisations;

/// <summary>What an organisation is to the record.</summary>
public enum OrganisationKind
{
    /// <summary>Teaches learners.</summary>
    LearningProvider,
    /// <summary>Advises learners on careers.</summary>
    CareersAdviser,
    /// <summary>Awards units and qualifications.</summary>
    AwardingOrganisation,
    /// <summary>Employs learners.</summary>
    Employer,
    /// <summary>Another approved third party.</summary>
    ThirdParty,
    /// <summary>Regulates qualifications.</summary>
    Regulator,
}
