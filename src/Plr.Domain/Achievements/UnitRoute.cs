namespace Plr.Domain.Achievements;

/// <summary>How the credit of a unit was come by.</summary>
public enum UnitRoute
{
    /// <summary>Claimed by a centre with direct claim status.</summary>
    DirectClaim,
    /// <summary>Confirmed by a quality reviewer.</summary>
    QualityReviewer,
    /// <summary>Recognition of prior learning: assessed, carries credit.</summary>
    RecognitionOfPriorLearning,
    /// <summary>Credit transfer: the same unit achieved with another organisation.</summary>
    CreditTransfer,
    /// <summary>Exemption: meets the requirement, carries no credit of its own.</summary>
    Exemption,
}
