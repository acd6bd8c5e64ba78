using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A group of groups, all of which hold: the values of <c>type CompoundGroup</c>.</summary>
public sealed class CompoundGroup : RuleGroup
{
    private readonly RuleNode.Group node;

    internal CompoundGroup(RuleNode.Group node, RequestCatalogue catalogue)
        : base(node, catalogue) => this.node = node;

    /// <summary>The groups.</summary>
    public IReadOnlyList<RuleGroup> Groups => [.. node.Nodes.Select(child => Of(child, Catalogue))];
}
