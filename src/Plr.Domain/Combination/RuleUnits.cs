using System.Diagnostics;

namespace Plr.Domain.Combination;

/// <summary>Reads the units out of a rule.</summary>
public static class RuleUnits
{
    /// <summary>Every unit that the rule's tree lists, once each, in the order of the tree.</summary>
    public static IEnumerable<UnitKey> ListedUnits(this RuleOfCombination rule) => Listed(rule.Root).Distinct();

    // Depth is bounded where rules are read in: a rule nested deeper is refused there.
    private static IEnumerable<UnitKey> Listed(RuleNode node) => node switch
    {
        RuleNode.All all => all.Units,
        RuleNode.Pool pool => pool.Units,
        RuleNode.Group group => group.Nodes.SelectMany(Listed),
        RuleNode.Choose choose => choose.Nodes.SelectMany(Listed),
        RuleNode.OtherCredit => [],
        _ => throw new UnreachableException($"no units read from {node.GetType().Name}"),
    };
}
