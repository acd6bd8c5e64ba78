namespace Plr.Domain.Combination;

/// <summary>Where the credit for a counted unit comes from.</summary>
public enum CreditSource
{
    /// <summary>Achieved by assessment, as the unit itself.</summary>
    Own,

    /// <summary>Credit transfer: an equivalent unit, or the unit from elsewhere.</summary>
    Transfer,

    /// <summary>Recognition of prior learning.</summary>
    PriorLearning,

    /// <summary>Exemption on the basis of certificated achievement.</summary>
    Exemption,

    /// <summary>Still to be taken.</summary>
    Fresh,
}
