using Plr.Domain.Combination;

namespace Plr.Rules.Testing;

/// <summary>Walks over the trees of rules.</summary>
internal static class Nodes
{
    /// <summary>A node and all below it.</summary>
    public static IEnumerable<RuleNode> All(RuleNode node) => Children(node).SelectMany(All).Prepend(node);

    public static IReadOnlyList<RuleNode> Children(RuleNode node) => node switch
    {
        RuleNode.Group group => group.Nodes,
        RuleNode.Choose choose => choose.Nodes,
        _ => [],
    };

    /// <summary>The units that a node and all below it list, in order, those listed twice twice.</summary>
    public static IEnumerable<UnitKey> Listed(RuleNode node) => node switch
    {
        RuleNode.All all => all.Units,
        RuleNode.Pool pool => pool.Units,
        _ => Children(node).SelectMany(Listed),
    };
}
