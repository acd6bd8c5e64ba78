namespace Plr.Rules.Evaluation;

/// <summary>Where a learner stands with one qualification, and why.</summary>
public sealed record Verdict
{
    /// <summary>The qualification's number.</summary>
    public required string Qualification { get; init; }

    /// <summary>The answer in one word.</summary>
    public required VerdictStatus Status { get; init; }

    /// <summary>The least that is still to be taken, by credits, then units, then hours. Null unless satisfied or reachable.</summary>
    public RemainingWork? Remaining { get; init; }

    /// <summary>Of a rule too complex: no less than this remains. Null otherwise.</summary>
    public RemainingWork? AtLeast { get; init; }

    /// <summary>Of a rule too complex: no more than this remains, if any way was found. Null otherwise.</summary>
    public RemainingWork? AtMost { get; init; }

    /// <summary>Credits that meeting the rule takes with nothing achieved. Null if that is impossible or not known.</summary>
    public int? CreditsFromScratch { get; init; }

    /// <summary>Credits of the achievements that count.</summary>
    public int CreditsTowards { get; init; }

    /// <summary>Whole percent of <see cref="CreditsFromScratch"/> done, rounded down; 100 exactly if no credits remain. Null if not known.</summary>
    public int? Percent { get; init; }

    /// <summary>The units that the best allocation counts, achieved and fresh, in the order of the rule. Empty if there is none.</summary>
    public IReadOnlyList<CountedUnit> Counted { get; init; } = [];

    /// <summary>The fresh ones among <see cref="Counted"/>: one shortest completion.</summary>
    public IReadOnlyList<CountedUnit> ShortestCompletion => [.. Counted.Where(unit => unit.IsFresh)];

    /// <summary>The achievements that do not count, with reasons, in the order of the learner's list.</summary>
    public IReadOnlyList<NotCountedAchievement> NotCounted { get; init; } = [];

    /// <summary>Every group of the rule, parents before children.</summary>
    public IReadOnlyList<NodeVerdict> Nodes { get; init; } = [];

    /// <summary>Why the rule is incomplete; empty otherwise.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
