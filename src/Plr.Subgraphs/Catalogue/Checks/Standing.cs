using System.Diagnostics;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Subgraphs.Catalogue.Checks;

/// <summary>What units come to under the rule of a qualification: what a check and a learner's progress have in common.</summary>
/// <remarks>Numbers are null where the rule allows none to be computed; nothing is ever guessed.</remarks>
public abstract class Standing
{
    private const double Hundred = 100;
    private readonly IReadOnlyDictionary<string, string> names;

    private protected Standing(RequestCatalogue catalogue, Qualification qualification, Verdict? verdict, bool isAwarded)
    {
        Catalogue = catalogue;
        Qualification = qualification;
        Verdict = verdict;
        State = isAwarded ? ProgressState.AchievedAwarded : StateOf(verdict, qualification);
        names = qualification.RuleOfCombination is { } rule ? NamesOf(rule) : new Dictionary<string, string>();
    }

    /// <summary>The qualification.</summary>
    public Qualification Qualification { get; }

    /// <summary>Where it stands.</summary>
    public ProgressState State { get; }

    /// <summary>Credits of the units that count.</summary>
    public int? CreditsTowards => IsExact ? Verdict!.CreditsTowards : null; // Exact: there is a verdict.

    /// <summary>How many of the units held count; null where the rule allows no number.</summary>
    public int? CompletedUnits => !IsExact ? null : Verdict!.Counted.Count(counted => !counted.IsFresh); // Exact: there is a verdict.

    /// <summary>Credits that complete the qualification.</summary>
    public int? TotalCredits => Qualification.TotalCredits ?? Verdict?.CreditsFromScratch;

    /// <summary>The fewest credits that would complete it.</summary>
    public int? RemainingCredits => Verdict?.Remaining?.Credits;

    /// <summary>No less than this remains, of a rule too complex.</summary>
    public int? RemainingAtLeast => Verdict?.AtLeast?.Credits;

    /// <summary>No more than this remains, of a rule too complex.</summary>
    public int? RemainingAtMost => Verdict?.AtMost?.Credits;

    /// <summary>The share of the way, in whole hundredths rounded down.</summary>
    public double? Fraction => Verdict?.Percent / Hundred;

    /// <summary>Counted credits at the qualification's level or above.</summary>
    public int? CreditsAtOrAboveLevel => IsExact
        ? Verdict!.Counted.Where(unit => !unit.IsFresh && unit.Level >= Qualification.Level.Rank()).Sum(unit => unit.Credits)
        : null;

    /// <summary>Each group of the rule, parents before children.</summary>
    public IReadOnlyList<GroupStanding> Groups =>
        [.. (Verdict?.Nodes ?? []).Select(node => new GroupStanding(node, names.GetValueOrDefault(node.Node)))];

    /// <summary>Units that would complete it with exactly the remaining credits; empty when none are left, null when there is no way or none may be computed.</summary>
    public IReadOnlyList<Unit>? ShortestCompletion => Verdict?.Remaining is null
        ? null
        : [.. Verdict.ShortestCompletion.Select(fresh => Catalogue.Name(fresh.Unit)).OfType<Unit>()];

    /// <summary>Why the rule is incomplete; empty otherwise.</summary>
    public IReadOnlyList<string> IncompleteReasons => Verdict is not null
        ? Verdict.Reasons
        : [.. Catalogue.Rules.Catalogue.Problems.Where(problem => problem.Qualification == Qualification.Number.Value).Select(problem => problem.Message)];

    /// <summary>The publication the rules come from.</summary>
    public string RulesVersion => Catalogue.Rules.RulesVersion;

    /// <summary>What the engine says; null when it has no rule of that number.</summary>
    internal Verdict? Verdict { get; }

    private protected RequestCatalogue Catalogue { get; }

    private bool IsExact => Verdict?.Status is VerdictStatus.Satisfied or VerdictStatus.Reachable or VerdictStatus.Unreachable;

    private static ProgressState StateOf(Verdict? verdict, Qualification qualification) => verdict switch
    {
        // Published, but it can not be compiled: what is wrong with it is among the reasons.
        null => qualification.RuleOfCombination is null ? ProgressState.RuleNotPublished : ProgressState.RuleIncomplete,
        { Status: VerdictStatus.Satisfied } => ProgressState.SatisfiedNotAwarded,
        { Status: VerdictStatus.Reachable } => verdict.Counted.Any(unit => !unit.IsFresh) ? ProgressState.InProgress : ProgressState.NotStarted,
        { Status: VerdictStatus.Unreachable } => ProgressState.Unreachable,
        { Status: VerdictStatus.RuleIncomplete } => ProgressState.RuleIncomplete,
        { Status: VerdictStatus.RuleTooComplex } => ProgressState.RuleTooComplex,
        _ => throw new UnreachableException($"no state for {verdict.Status}"),
    };

    private static Dictionary<string, string> NamesOf(RuleOfCombination rule)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in rule.Overlays.Prepend(rule.Root))
        {
            AddNames(node, names);
        }

        return names;
    }

    private static void AddNames(RuleNode node, Dictionary<string, string> names)
    {
        if (node.Name is not null)
        {
            names.TryAdd(node.Id, node.Name);
        }

        foreach (var child in node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] })
        {
            AddNames(child, names);
        }
    }
}
