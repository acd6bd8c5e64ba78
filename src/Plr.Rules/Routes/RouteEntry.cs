using System.Collections.Concurrent;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>A qualification in the index.</summary>
/// <param name="planned">What was computed of its rule; null if the rule is not whole.</param>
/// <param name="pairOwner">Names its pairs of units in <see cref="PairValues"/>.</param>
internal sealed class RouteEntry(LazyRule rule, PlannedRule? planned, int pairOwner)
{
    private readonly bool hasWorth = planned?.Worth.Length > 0;
    private ConcurrentDictionary<int, int>? alone;

    public LazyRule Rule => rule;

    public string Number => rule.Number;

    public int PairOwner => pairOwner;

    /// <summary>The fast form; null if the rule needs the general search.</summary>
    public RoutePlan? Plan { get; } = planned?.Plan;

    /// <summary>Remaining credits with nothing achieved; <see cref="PlanEvaluator.Unreachable"/> if there is no way.</summary>
    public int Scratch { get; } = planned?.Scratch ?? PlanEvaluator.Unreachable;

    /// <summary>Whether more than <see cref="Scratch"/> may remain.</summary>
    public bool IsLowerBound { get; } = planned?.IsLowerBound ?? false;

    /// <summary>What makes an achievement more than its unit here.</summary>
    public RuleTraits Traits { get; } = TraitsOf(rule.Qualification.Rule);

    /// <summary>What makes achievements void; null if nothing does.</summary>
    public RouteConditions? Conditions { get; } = RouteConditions.Of(rule);

    /// <summary>Whether some bound looks at where credit comes from.</summary>
    public bool SourcesMatter => (Traits & RuleTraits.SourcesMatter) != 0;

    /// <summary>What remains with one unit alone, as far as the general search was asked. By unit number.</summary>
    public ConcurrentDictionary<int, int> Alone => alone ?? Interlocked.CompareExchange(ref alone, new ConcurrentDictionary<int, int>(), null) ?? alone;

    /// <summary>The units that have postings here, by number; none if the rule is not whole.</summary>
    public IEnumerable<int> TouchingUnits() =>
        Plan is { } plan ? plan.Units.Distinct() : hasWorth ? PlannedRule.UnitsOf(rule) : [];

    private static RuleTraits TraitsOf(RuleOfCombination source) =>
        (RouteConditions.Has(source) ? RuleTraits.HasConditions : RuleTraits.None)
        | (AllBounds(source).Any(bound => bound.Sources is not null) ? RuleTraits.SourcesMatter : RuleTraits.None)
        | (AllBounds(source).Any(IsFreshLess) ? RuleTraits.FreshIsLess : RuleTraits.None);

    /// <summary>Whether a bound that was kept with a unit that is held could be broken with a fresh one in its place.</summary>
    private static bool IsFreshLess(Bound bound) => bound.Sources is { } sources
        && (sources.Contains(CreditSource.Fresh) ? bound.Max is not null : bound.Min > 0 || bound.MinShare is { Numerator: > 0 });

    private static IEnumerable<Bound> AllBounds(RuleOfCombination rule) => rule.Overlays.Prepend(rule.Root).SelectMany(Below).SelectMany(node => node.Bounds);

    private static IEnumerable<RuleNode> Below(RuleNode node) =>
        (node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).SelectMany(Below).Prepend(node);
}
