namespace Plr.Rules.Evaluation;

/// <summary>Why an achievement does not count towards a rule.</summary>
public enum NotCountedReason
{
    /// <summary>Neither the unit nor one that it counts as is in the rule.</summary>
    NotInRule,

    /// <summary>Awarded longer ago than the rule allows.</summary>
    TooOld,

    /// <summary>Used in another qualification that excludes it here.</summary>
    UsedElsewhere,

    /// <summary>The unit counts already, through another achievement or in another group.</summary>
    AlreadyCounted,

    /// <summary>Listed only in a pathway or group that was not chosen.</summary>
    PathwayNotTaken,

    /// <summary>Barred against units that count.</summary>
    Barred,

    /// <summary>The group, or one around it, would be over its maximum.</summary>
    OverMaximum,

    /// <summary>Its level, or where its credit comes from, would take a part over a maximum set for that level or source.</summary>
    WrongLevel,

    /// <summary>The unit depends on another that does not count.</summary>
    MissingDependency,

    /// <summary>It could count, but nothing more is needed from it.</summary>
    NotNeeded,
}
