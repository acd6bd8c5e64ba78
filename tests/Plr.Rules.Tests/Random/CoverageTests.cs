using Plr.Domain.Combination;

namespace Plr.Rules.Tests.Random;

/// <summary>The random cases have every construct that rules may have, and none so rarely that a run would not meet it.</summary>
public sealed class CoverageTests
{
    private const int Cases = 4_000;
    private const int Often = 40;

    private static readonly SmallCase[] All = [.. Enumerable.Range(1, Cases).SelectMany(seed => new[] { SmallCases.Make(seed), SmallCases.MakeWithOtherCredit(seed) })];

    private static readonly Dictionary<string, Func<SmallCase, bool>> Constructs = new()
    {
        ["all of several units"] = small => Nodes(small).Any(node => node is RuleNode.All { Units.Count: > 1 }),
        ["exact"] = small => Bounds(small).Any(bound => bound is { Min: > 0 and { } min, Max: { } max } && min == max),
        ["choose k of n"] = small => Nodes(small).Any(node => node is RuleNode.Choose { Min: > 1 } choose && choose.Max < choose.Nodes.Count),
        ["pathway: one of several"] = small => Nodes(small).Any(node => node is RuleNode.Choose { Min: 1, Max: 1, Nodes.Count: > 1 }),
        ["a choice in an overlay"] = small => small.Rule.Overlays.SelectMany(Below).Any(node => node is RuleNode.Choose),
        ["remainder: a minimum around groups, one of them without any"] = small => Nodes(small).Any(node =>
            node is RuleNode.Group { Nodes.Count: > 1 } group && group.Bounds.Any(bound => bound is { Min: > 0, IsUnfiltered: true }) && group.Nodes.Any(child => child.Bounds.Count == 0)),
        ["at a level"] = small => Bounds(small).Any(bound => bound is { Min: > 0, MinLevel: { } low, MaxLevel: { } high } && low == high),
        ["at or above a level, on the whole"] = small => small.Rule.Root.Bounds.Any(bound => bound is { Min: > 0, MinLevel: not null, MaxLevel: null }),
        ["at or above a level, on a part"] = small => Below(small.Rule.Root).Skip(1).Any(node => node.Bounds.Any(bound => bound is { Min: > 0, MinLevel: not null, MaxLevel: null })),
        ["a clipped pool"] = small => Nodes(small).Any(node => node is RuleNode.Pool { Clip: not null }),
        ["a clip inside a clip"] = small => Nodes(small).Any(node => node is RuleNode.Group { Clip: not null } group && Below(group).Skip(1).Any(IsClipped)),
        ["a unit in two groups"] = small => Below(small.Rule.Root).SelectMany(Listed).GroupBy(unit => unit).Any(unit => unit.Count() > 1),
        ["bars"] = small => small.Rule.Bars.Any(bar => bar is { Max: 1, Units.Count: > 1 }),
        ["bars of which two count"] = small => small.Rule.Bars.Any(bar => bar is { Max: 2, Units.Count: > 2 }),
        ["bars of which none counts"] = small => small.Rule.Bars.Any(bar => bar.Max == 0),
        ["dependencies"] = small => small.Rule.Requires.Any(need => need.AnyOf.Count > 1),
        ["units without credits"] = small => small.Units.Any(unit => unit.Credits == 0),
        ["minimum of units and of credits in one group"] = small => Nodes(small).Any(node =>
            node.Bounds.Any(bound => bound is { Measure: BoundMeasure.Units, Min: > 0 }) && node.Bounds.Any(bound => bound is { Measure: BoundMeasure.Credits, Min: > 0 })),
        ["hours"] = small => Bounds(small).Any(bound => bound is { Measure: BoundMeasure.GuidedLearningHours, Min: > 0 }),
        ["an age of every achievement"] = small => small.Rule.MaxAgeMonths is not null && small.Achieved.Count > 0,
        ["an age of some"] = small => small.Rule.MaxAges.Count > 0 && small.Achieved.Count > 0,
        ["an achievement without a day"] = small => small.Achieved.Any(one => one.Awarded is null),
        ["exclusion of what counted elsewhere"] = small => small.Rule.ExcludeUsedIn.Count > 0 && small.Achieved.Any(one => one.UsedIn.Count > 0),
        ["equivalence"] = small => small.Equivalences.Any(edge => edge is { Many: false } && edge.Achieved != edge.CountsAs),
        ["equivalence that leaves the achievement free"] = small => small.Equivalences.Any(edge => edge.Many),
        ["equivalence by transfer"] = small => small.Equivalences.Any(edge => edge.Source == CreditSource.Transfer),
        ["prior learning"] = small => small.Achieved.Any(one => one.Source == CreditSource.PriorLearning),
        ["exemption from what is not on offer"] = small => small.Achieved.Any(one => one.Source == CreditSource.Exemption && small.Units.Any(unit => unit.Key == one.Unit && !unit.IsAvailable)),
        ["a limit on sources"] = small => Bounds(small).Any(bound => bound is { Sources: not null, Max: not null }),
        ["a limit on named units"] = small => Bounds(small).Any(bound => bound is { Units: not null, Min: > 0 }),
        ["a share"] = small => Bounds(small).Any(bound => bound.MinShare is { Numerator: > 0 } share && share.Numerator < share.Denominator),
        ["a share of several parts"] = small => Bounds(small).Any(bound => bound.MinShare is { Numerator: > 1 } share && share.Numerator < share.Denominator),
        ["a share by source"] = small => Bounds(small).Any(bound => bound is { MinShare: not null, Sources: not null }),
        ["other credit"] = small => Below(small.Rule.Root).OfType<RuleNode.OtherCredit>().Any(),
        ["other credit of a sector"] = small => Nodes(small).OfType<RuleNode.OtherCredit>().Any(other => other.Sectors.Count > 0),
        ["other credit of an age"] = small => Nodes(small).OfType<RuleNode.OtherCredit>().Any(other => other.AchievedWithinMonths is not null) && small.Achieved.Count > 0,
        ["other credit twice"] = small => Below(small.Rule.Root).OfType<RuleNode.OtherCredit>().Count() > 1,
        ["other credit in an overlay"] = small => small.Rule.Overlays.SelectMany(Below).OfType<RuleNode.OtherCredit>().Any(),
        ["other credit below a clip"] = small => Nodes(small).Any(node => IsClipped(node) && Below(node).OfType<RuleNode.OtherCredit>().Any()),
        ["other credit below a choice"] = small => Nodes(small).Any(node => node is RuleNode.Choose && Below(node).OfType<RuleNode.OtherCredit>().Any()),
    };

    public static TheoryData<string> Names => [.. Constructs.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_construct_is_met_often(string construct) => Assert.InRange(All.Count(Constructs[construct]), Often, All.Length);

    private static bool IsClipped(RuleNode node) => node is RuleNode.Pool { Clip: not null } or RuleNode.Group { Clip: not null };

    private static IReadOnlyList<UnitKey> Listed(RuleNode node) => node switch { RuleNode.All all => all.Units, RuleNode.Pool pool => pool.Units, _ => [] };

    private static IEnumerable<RuleNode> Nodes(SmallCase small) => small.Rule.Overlays.Prepend(small.Rule.Root).SelectMany(Below);

    private static IEnumerable<Bound> Bounds(SmallCase small) => Nodes(small).SelectMany(node => node.Bounds);

    private static IEnumerable<RuleNode> Below(RuleNode node) =>
        (node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] }).SelectMany(Below).Prepend(node);
}
