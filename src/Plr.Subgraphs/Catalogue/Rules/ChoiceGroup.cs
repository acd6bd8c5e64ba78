using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A choice between groups: the values of <c>type ChoiceGroup</c>.</summary>
public sealed class ChoiceGroup : RuleGroup
{
    private readonly RuleNode.Choose node;

    internal ChoiceGroup(RuleNode.Choose node, RequestCatalogue catalogue)
        : base(node, catalogue) => this.node = node;

    /// <summary>How many must be chosen.</summary>
    public int MinimumGroups => node.Min;

    /// <summary>How many may be chosen.</summary>
    public int MaximumGroups => node.Max;

    /// <summary>The groups to choose from.</summary>
    public IReadOnlyList<RuleGroup> Groups => [.. node.Nodes.Select(child => Of(child, Catalogue))];
}
