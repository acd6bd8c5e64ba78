using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>Credit from any unit that matches: the values of <c>type OtherCreditGroup</c>.</summary>
public sealed class OtherCreditGroup : RuleGroup
{
    private readonly RuleNode.OtherCredit node;

    internal OtherCreditGroup(RuleNode.OtherCredit node, RequestCatalogue catalogue)
        : base(node, catalogue) => this.node = node;

    /// <summary>The lowest level that counts; null for any.</summary>
    public QualificationLevel? MinimumLevel => node.MinLevel is { } rank ? QualificationLevelOrder.OfRank(rank) : null;

    /// <summary>The highest level that counts; null for any.</summary>
    public QualificationLevel? MaximumLevel => node.MaxLevel is { } rank ? QualificationLevelOrder.OfRank(rank) : null;

    /// <summary>Codes of the areas that count; empty for any.</summary>
    public IReadOnlyList<string> SectorSubjectAreas => node.Sectors;

    /// <summary>An older achievement does not count; null for any age.</summary>
    public int? AchievedWithinMonths => node.AchievedWithinMonths;
}
