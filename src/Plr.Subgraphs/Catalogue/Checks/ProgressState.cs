namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>Where something stands on its way to a qualification.</summary>
public enum ProgressState
{
    /// <summary>The qualification was awarded.</summary>
    AchievedAwarded,
    /// <summary>The rule is satisfied, and no award is recorded.</summary>
    SatisfiedNotAwarded,
    /// <summary>Some units count, others are left.</summary>
    InProgress,
    /// <summary>No unit counts yet.</summary>
    NotStarted,
    /// <summary>No choice of units that are still offered completes it.</summary>
    Unreachable,
    /// <summary>The published rule is partial.</summary>
    RuleIncomplete,
    /// <summary>No rule is published.</summary>
    RuleNotPublished,
    /// <summary>The rule needs more work than one request may spend.</summary>
    RuleTooComplex,
}
