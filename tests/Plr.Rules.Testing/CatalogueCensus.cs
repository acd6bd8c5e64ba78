using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Testing;

/// <summary>What a catalogue consists of, counted.</summary>
public static class CatalogueCensus
{
    private static readonly (string Name, Func<RuleOfCombination, bool> Has)[] Constructs =
    [
        ("mandatory block", rule => Nodes.All(rule.Root).Any(node => node is RuleNode.All)),
        ("mandatory units alone", rule => Nodes.All(rule.Root).All(node => node is not RuleNode.Pool)),
        ("one optional group", rule => Pools(rule).Count() == 1),
        ("two to six optional groups", rule => Pools(rule).Count() is >= 2 and <= 6),
        ("a group minimum in credits", rule => Pools(rule).Any(pool => pool.Bounds.Any(bound => bound is { Measure: BoundMeasure.Credits, Min: > 0 }))),
        ("a group minimum in units", rule => Pools(rule).Any(pool => pool.Bounds.Any(bound => bound is { Measure: BoundMeasure.Units, Min: > 0 }))),
        ("a group maximum", rule => Pools(rule).Any(pool => pool.Bounds.Any(bound => bound.Max is not null))),
        ("a unit in two groups", rule => Nodes.Listed(rule.Root).GroupBy(unit => unit).Any(group => group.Count() > 1)),
        ("level minimum", rule => Bounds(rule).Any(bound => bound is { MinLevel: not null, Min: > 0 })),
        ("pathways", rule => Nodes.All(rule.Root).Any(node => node is RuleNode.Choose { Max: 1 })),
        ("choose k of n groups", rule => Nodes.All(rule.Root).Any(node => node is RuleNode.Choose { Max: > 1 })),
        ("nested group with bounds", rule => Nodes.All(rule.Root).Skip(1).Any(node => node is RuleNode.Group { Bounds.Count: > 0 })),
        ("bars", rule => rule.Bars.Count > 0),
        ("a unit that requires another", rule => rule.Requires.Count > 0),
        ("overlay", rule => rule.Overlays.Count > 0),
        ("share", rule => Bounds(rule).Any(bound => bound.MinShare is not null)),
        ("cap on transferred credit", rule => Bounds(rule).Any(bound => bound is { Sources: not null, Max: not null })),
        ("age limit", rule => rule.MaxAgeMonths is not null || rule.MaxAges.Count > 0),
        ("clip", rule => Pools(rule).Any(pool => pool.Clip is not null)),
    ];

    /// <summary>Counts of the whole, then of the qualifications whose rule has each construct.</summary>
    public static IReadOnlyList<(string Name, int Count)> Take(IReadOnlyList<CatalogueUnit> units, IReadOnlyList<QualificationRule> qualifications)
    {
        var listed = qualifications.Select(one => Nodes.Listed(one.Rule.Root).Distinct().ToList()).ToList();
        return
        [
            ("qualifications", qualifications.Count),
            ("units", units.Count),
            ("links", listed.Sum(keys => keys.Count)),
            ("units listed at all", listed.SelectMany(keys => keys).Distinct().Count()),
            ("most qualifications that list one unit", listed.SelectMany(keys => keys).CountBy(key => key).Select(count => count.Value).DefaultIfEmpty().Max()),
            ("another's rule again", qualifications.Count - qualifications.Select(one => one.Rule).Distinct(ReferenceEqualityComparer.Instance).Count()),
            .. Constructs.Select(construct => (construct.Name, qualifications.Count(one => construct.Has(one.Rule)))),
        ];
    }

    private static IEnumerable<RuleNode.Pool> Pools(RuleOfCombination rule) => Nodes.All(rule.Root).OfType<RuleNode.Pool>();

    private static IEnumerable<Bound> Bounds(RuleOfCombination rule) => Nodes.All(rule.Root).SelectMany(node => node.Bounds);
}
