using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A rule of combination with the qualification it makes up: the values of <c>type RuleOfCombination</c>.</summary>
public sealed class PublishedRule
{
    private readonly RequestCatalogue catalogue;

    internal PublishedRule(Qualification qualification, RuleOfCombination rule, RequestCatalogue catalogue)
    {
        Qualification = qualification;
        Rule = rule;
        this.catalogue = catalogue;
    }

    /// <summary>What the rule makes up.</summary>
    public Qualification Qualification { get; }

    /// <summary>The rule as published.</summary>
    public RuleOfCombination Rule { get; }

    /// <summary>Credits that complete the qualification; null where neither the register nor the rule names any.</summary>
    public int? TotalCredits => Qualification.TotalCredits ?? RuleGroup.Plain(Rule.Root, BoundMeasure.Credits)?.Min;

    /// <summary>Credits that must be at the qualification's level or above; null where the rule names none.</summary>
    public int? MinimumCreditsAtOrAboveLevel =>
        Rule.Root.Bounds.FirstOrDefault(bound => bound is { Measure: BoundMeasure.Credits, Min: not null, MaxLevel: null, Sources: null, Units: null }
            && bound.MinLevel == Qualification.Level.Rank())?.Min;

    /// <summary>The root of the tree.</summary>
    public RuleGroup Structure => RuleGroup.Of(Rule.Root, catalogue);

    /// <summary>Units that may not count together.</summary>
    public IReadOnlyList<BarredCombination> BarredCombinations => [.. Rule.Bars.Select(bar => new BarredCombination(Named(bar.Units), bar.Max))];

    /// <summary>Units that count only with another.</summary>
    public IReadOnlyList<RuleDependency> Dependencies =>
        [.. Rule.Requires.SelectMany(needed => catalogue.Name(needed.If) is { } unit ? new[] { new RuleDependency(unit, Named(needed.AnyOf)) } : [])];

    /// <summary>Every unit the rule names, in the order of the tree.</summary>
    public IReadOnlyList<RuleUnit> Units => [.. Named(Rule.Root, isOptional: false)];

    /// <summary>Whether the tree is the whole rule.</summary>
    public RuleWholeness Completeness => Rule.Completeness is RuleCompleteness.Partial partial
        ? new RuleWholeness(false, partial.Reasons)
        : new RuleWholeness(true, []);

    /// <summary>Where the rule was published.</summary>
    public IReadOnlyList<PublishedSource> Sources => [.. Rule.Sources.Select(PublishedSource.Of)];

    private IReadOnlyList<Unit> Named(IReadOnlyList<UnitKey> keys) => RuleGroup.UnitsOf(keys, catalogue);

    // What stands below a choice is mandatory for those alone who choose it.
    private IEnumerable<RuleUnit> Named(RuleNode node, bool isOptional) => node switch
    {
        RuleNode.All all => Named(all.Units).Select(unit => new RuleUnit(unit, !isOptional, all.Id)),
        RuleNode.Pool pool => Named(pool.Units).Select(unit => new RuleUnit(unit, false, pool.Id)),
        RuleNode.Group group => group.Nodes.SelectMany(child => Named(child, isOptional)),
        RuleNode.Choose choose => choose.Nodes.SelectMany(child => Named(child, isOptional || choose.Min < choose.Nodes.Count)),
        _ => [],
    };
}
