namespace Plr.Domain.Combination;

/// <summary>Which units, in which combination, make up a qualification.</summary>
/// <remarks>
/// Source: the published schema of the register's interface (Structure, groups, BarredUnit), and what the specifications of awarding
/// organisations add. The meaning of each part: <c>schema/rta-exchange.md</c>, "Meaning".
/// </remarks>
public sealed record RuleOfCombination
{
    /// <summary>The tree that units are counted in; a unit is counted at most once.</summary>
    public required RuleNode Root { get; init; }

    /// <summary>Further trees over the units that the root counts, which do not use them up.</summary>
    public IReadOnlyList<RuleNode> Overlays { get; init; } = [];

    /// <summary>Units that never count together.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>Units that count only with others.</summary>
    public IReadOnlyList<UnitDependency> Requires { get; init; } = [];

    /// <summary>Every achievement older than this is void; null for no limit.</summary>
    public int? MaxAgeMonths { get; init; }

    /// <summary>Age limits of particular units; they hold beside <see cref="MaxAgeMonths"/>.</summary>
    public IReadOnlyList<AgeLimit> MaxAges { get; init; } = [];

    /// <summary>Qualifications whose use of an achievement makes it void here.</summary>
    public IReadOnlyList<string> ExcludeUsedIn { get; init; } = [];

    /// <summary>Where the rule was published.</summary>
    public IReadOnlyList<RuleSource> Sources { get; init; } = [];

    /// <summary>Whether the tree is the whole rule.</summary>
    public RuleCompleteness Completeness { get; init; } = new RuleCompleteness.Complete();
}
