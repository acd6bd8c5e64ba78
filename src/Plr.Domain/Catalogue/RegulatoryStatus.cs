namespace Plr.Domain.Catalogue;

/// <summary>Where a qualification stands with its regulator.</summary>
public enum RegulatoryStatus
{
    /// <summary>Approved, and open to new learners.</summary>
    Approved,
    /// <summary>No new learners, certificates still issued.</summary>
    Closing,
    /// <summary>Withdrawn.</summary>
    Withdrawn,
    /// <summary>Named in a published rule but not in the register that was imported.</summary>
    NotInRegister,
    /// <summary>Made up for the demonstration.</summary>
    Demonstration,
}
