using Plr.Domain.Catalogue;
using Plr.Domain.Combination;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>A limit on part of what counts: the values of <c>type RuleLimit</c>.</summary>
public sealed class RuleLimit
{
    private readonly Bound bound;
    private readonly RequestCatalogue catalogue;

    internal RuleLimit(Bound bound, RequestCatalogue catalogue)
    {
        this.bound = bound;
        this.catalogue = catalogue;
    }

    /// <summary>What is added up.</summary>
    public BoundMeasure Measure => bound.Measure;

    /// <summary>The sum may not be smaller.</summary>
    public int? Minimum => bound.Min;

    /// <summary>The sum may not be larger.</summary>
    public int? Maximum => bound.Max;

    /// <summary>The least share of the group's sum, 0 to 1.</summary>
    public double? MinimumShare => bound.MinShare is { } share ? (double)share.Numerator / share.Denominator : null;

    /// <summary>Only units of this level or above.</summary>
    public QualificationLevel? MinimumLevel => bound.MinLevel is { } rank ? QualificationLevelOrder.OfRank(rank) : null;

    /// <summary>Only units of this level or below.</summary>
    public QualificationLevel? MaximumLevel => bound.MaxLevel is { } rank ? QualificationLevelOrder.OfRank(rank) : null;

    /// <summary>Only these units; null for any.</summary>
    public IReadOnlyList<Unit>? Units => bound.Units is { } keys ? RuleGroup.UnitsOf(keys, catalogue) : null;

    /// <summary>Only credit that came about in these ways; null for any.</summary>
    public IReadOnlyList<CreditSource>? CreditSources => bound.Sources;
}
