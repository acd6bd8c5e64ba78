using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Routes;

/// <summary>A qualification in the index.</summary>
internal sealed class RouteEntry(LazyRule rule, RoutePlan? plan, int scratch)
{
    public LazyRule Rule => rule;

    public string Number => rule.Number;

    /// <summary>The fast form; null if the rule needs the general search.</summary>
    public RoutePlan? Plan => plan;

    /// <summary>Remaining credits with nothing achieved; <see cref="PlanEvaluator.Unreachable"/> if there is no way.</summary>
    public int Scratch => scratch;

    /// <summary>Whether ages or other uses may make an achievement void here.</summary>
    public bool HasConditions { get; } =
        rule.Qualification.Rule is { MaxAgeMonths: not null } or { MaxAges.Count: > 0 } or { ExcludeUsedIn.Count: > 0 };

    private readonly int limitedSources = plan?.LimitedSources ?? 0;

    /// <summary>Whether a maximum that the plan forgets may be over credit from a source.</summary>
    public bool Limits(CreditSource source) => (limitedSources >> (int)source & 1) != 0;

    /// <summary>Whether no bound looks at where credit comes from.</summary>
    public bool IsSameForAllSources { get; } = AllBounds(rule.Qualification.Rule).All(bound => bound.Sources is null);

    /// <summary>What remains with one unit alone, as far as the general search was asked. By unit number.</summary>
    public ConcurrentDictionary<int, int> Alone => alone ?? Interlocked.CompareExchange(ref alone, new ConcurrentDictionary<int, int>(), null) ?? alone;

    private ConcurrentDictionary<int, int>? alone;

    private static IEnumerable<Bound> AllBounds(RuleOfCombination rule) => rule.Overlays.Prepend(rule.Root).SelectMany(Below).SelectMany(node => node.Bounds);

    private static IEnumerable<RuleNode> Below(RuleNode node) =>
        (node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).SelectMany(Below).Prepend(node);

    public RuleOfCombination Source => rule.Qualification.Rule;
}
