namespace Plr.Domain.Catalogue;

/// <summary>The level of a qualification or unit.</summary>
/// <remarks>The sixteen codes of the register's list. A span such as <see cref="Level1To2"/> counts as its lower level in a rule.</remarks>
public enum QualificationLevel
{
    /// <summary>Entry Level, sub-level not said.</summary>
    Entry,
    /// <summary>Entry Level 1.</summary>
    Entry1,
    /// <summary>Entry Level 2.</summary>
    Entry2,
    /// <summary>Entry Level 3.</summary>
    Entry3,
    /// <summary>Entry Levels 1 and 2.</summary>
    Entry1To2,
    /// <summary>Entry Levels 2 and 3.</summary>
    Entry2To3,
    /// <summary>Entry Levels 1, 2 and 3.</summary>
    Entry1To3,
    /// <summary>Level 1.</summary>
    Level1,
    /// <summary>Level 1/2.</summary>
    Level1To2,
    /// <summary>Level 2.</summary>
    Level2,
    /// <summary>Level 3.</summary>
    Level3,
    /// <summary>Level 4.</summary>
    Level4,
    /// <summary>Level 5.</summary>
    Level5,
    /// <summary>Level 6.</summary>
    Level6,
    /// <summary>Level 7.</summary>
    Level7,
    /// <summary>Level 8.</summary>
    Level8,
}
