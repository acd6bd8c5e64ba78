using System.Diagnostics;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A node of a rule as readers see it: the values of <c>interface RuleGroup</c>.</summary>
public abstract class RuleGroup
{
    private protected RuleGroup(RuleNode node, RequestCatalogue catalogue)
    {
        Node = node;
        Catalogue = catalogue;
    }

    /// <summary>Names the group within its rule.</summary>
    public string Label => Node.Id;

    /// <summary>The name people read; null where the specification gives none.</summary>
    public string? Name => Node.Name;

    /// <summary>Credits that must come from the group.</summary>
    public int? MinimumCredits => Plain(Node, BoundMeasure.Credits)?.Min;

    /// <summary>Credits that may count from the group.</summary>
    public int? MaximumCredits => Plain(Node, BoundMeasure.Credits)?.Max;

    /// <summary>Units that must come from the group.</summary>
    public int? MinimumComponents => Plain(Node, BoundMeasure.Units)?.Min;

    /// <summary>Units that may count from the group.</summary>
    public int? MaximumComponents => Plain(Node, BoundMeasure.Units)?.Max;

    /// <summary>The limits that the four numbers do not say.</summary>
    public IReadOnlyList<RuleLimit> Limits =>
        [.. Node.Bounds
            .Where(bound => !ReferenceEquals(bound, Plain(Node, BoundMeasure.Credits)) && !ReferenceEquals(bound, Plain(Node, BoundMeasure.Units)))
            .Select(bound => new RuleLimit(bound, Catalogue))];

    private protected RuleNode Node { get; }

    private protected RequestCatalogue Catalogue { get; }

    internal static RuleGroup Of(RuleNode node, RequestCatalogue catalogue) => node switch
    {
        RuleNode.All all => new UnitGroup(all, all.Units, all.Unidentified, isMandatory: true, catalogue),
        RuleNode.Pool pool => new UnitGroup(pool, pool.Units, pool.Unidentified, isMandatory: false, catalogue),
        RuleNode.Group group => new CompoundGroup(group, catalogue),
        RuleNode.Choose choose => new ChoiceGroup(choose, catalogue),
        RuleNode.OtherCredit other => new OtherCreditGroup(other, catalogue),
        _ => throw new UnreachableException($"no group for {node.GetType().Name}"),
    };

    /// <summary>The one limit on everything that counts in the node; null when there is none.</summary>
    internal static Bound? Plain(RuleNode node, BoundMeasure measure) =>
        node.Bounds.FirstOrDefault(bound => bound.Measure == measure && bound.IsUnfiltered && bound.MinShare is null);

    // A key that is no unit number names nothing that the catalogue could describe.
    internal static IReadOnlyList<Unit> UnitsOf(IReadOnlyList<UnitKey> keys, RequestCatalogue catalogue) =>
        [.. keys.Select(catalogue.Name).OfType<Unit>()];
}
