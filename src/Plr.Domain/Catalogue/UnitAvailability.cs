namespace Plr.Domain.Catalogue;

/// <summary>Who may use a unit in a qualification.</summary>
public enum UnitAvailability
{
    /// <summary>Any recognised awarding organisation.</summary>
    Shared,
    /// <summary>Its owner, and those the owner names.</summary>
    Restricted,
}
