namespace Plr.Domain.Combination;

/// <summary>What a bound adds up over the units that are counted.</summary>
public enum BoundMeasure
{
    /// <summary>Credits; one credit is ten notional hours of learning.</summary>
    Credits,

    /// <summary>The number of units (the register's "sub-components").</summary>
    Units,

    /// <summary>Guided learning hours.</summary>
    GuidedLearningHours,
}
