using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>A qualification in the index.</summary>
internal sealed class RouteEntry(LazyRule rule, PlannedRule planned)
{
    private ConcurrentDictionary<int, int>? alone;

    public LazyRule Rule => rule;

    public string Number => rule.Number;

    /// <summary>The fast form; null if the rule needs the general search.</summary>
    public RoutePlan? Plan { get; } = planned.Plan;

    /// <summary>Remaining credits with nothing achieved; <see cref="PlanEvaluator.Unreachable"/> if there is no way.</summary>
    public int Scratch { get; } = planned.Scratch;

    /// <summary>Whether more than <see cref="Scratch"/> may remain.</summary>
    public bool IsLowerBound { get; } = planned.IsLowerBound;

    public RuleOfCombination Source => rule.Qualification.Rule;

    /// <summary>Whether ages or other uses may make an achievement void here.</summary>
    public bool HasConditions { get; } =
        rule.Qualification.Rule is { MaxAgeMonths: not null } or { MaxAges.Count: > 0 } or { ExcludeUsedIn.Count: > 0 };

    /// <summary>Whether some bound looks at where credit comes from.</summary>
    public bool SourcesMatter { get; } = AllBounds(rule.Qualification.Rule).Any(bound => bound.Sources is not null);

    /// <summary>What remains with one unit alone, as far as the general search was asked. By unit number.</summary>
    public ConcurrentDictionary<int, int> Alone => alone ?? Interlocked.CompareExchange(ref alone, new ConcurrentDictionary<int, int>(), null) ?? alone;

    private static IEnumerable<Bound> AllBounds(RuleOfCombination rule) => rule.Overlays.Prepend(rule.Root).SelectMany(Below).SelectMany(node => node.Bounds);

    private static IEnumerable<RuleNode> Below(RuleNode node) =>
        (node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).SelectMany(Below).Prepend(node);
}
