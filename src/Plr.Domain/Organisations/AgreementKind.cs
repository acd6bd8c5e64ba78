namespace Plr.Domain.Organisations;

/// <summary>The six documents of participation.</summary>
/// <remarks>Source: miap.gov.uk, PLR Agreements.</remarks>
public enum AgreementKind
{
    /// <summary>PLR Awarding Organisation Agreement.</summary>
    AwardingOrganisationAgreement,
    /// <summary>MIAP Learning Provider Agreement.</summary>
    LearningProviderAgreement,
    /// <summary>PLR Security Policy.</summary>
    SecurityPolicy,
    /// <summary>PLR Data Management.</summary>
    DataManagement,
    /// <summary>PLR Service Charter.</summary>
    PlrServiceCharter,
    /// <summary>MIAP Service Charter.</summary>
    MiapServiceCharter,
}
