using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>The units that a node lists: as the rule has them or, of a group of other credit, as they were chosen for a learner.</summary>
/// <param name="otherCredit">The units of groups of other credit, by reference; a group that is not in it lists none.</param>
internal sealed class NodeUnits(IReadOnlyDictionary<RuleNode, IReadOnlyList<UnitKey>> otherCredit)
{
    /// <summary>As the rule has them: groups of other credit list none.</summary>
    public static NodeUnits AsWritten { get; } = new(new Dictionary<RuleNode, IReadOnlyList<UnitKey>>());

    /// <summary>Those of the node itself, in the order of the rule.</summary>
    public IReadOnlyList<UnitKey> Of(RuleNode node) => node switch
    {
        RuleNode.All all => all.Units,
        RuleNode.Pool pool => pool.Units,
        RuleNode.OtherCredit => otherCredit.GetValueOrDefault(node, []),
        _ => [],
    };

    /// <summary>Those of the node itself, each once; units in one place only come first, so that what is shared stays open for a short time.</summary>
    public IEnumerable<UnitKey> InOrder(RuleNode node, HashSet<UnitKey>? listedTwice)
    {
        var keys = Of(node).Distinct();
        return listedTwice is { Count: > 0 } ? keys.OrderBy(unit => listedTwice.Contains(unit) ? 1 : 0) : keys;
    }

    /// <summary>Units that more than one node of a tree lists.</summary>
    public HashSet<UnitKey> ListedTwice(RuleNode root)
    {
        var (once, twice) = (new HashSet<UnitKey>(), new HashSet<UnitKey>());
        foreach (var unit in Listings(root))
        {
            if (!once.Add(unit))
            {
                twice.Add(unit);
            }
        }

        return twice;
    }

    private IEnumerable<UnitKey> Listings(RuleNode node) => Of(node).Distinct().Concat(ChildrenOf(node).SelectMany(Listings));

    private static IReadOnlyList<RuleNode> ChildrenOf(RuleNode node) =>
        node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };
}
