using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.OtherCredit;

/// <summary>How many fresh units of a kind the best allocation of a rule can need in its groups of other credit.</summary>
/// <remarks>
/// In a best allocation every fresh unit is there because without it some minimum or share around it would break. Of the units that a
/// minimum m of some sum can't spare, all but one add up to less than m; so m/c units of c each are enough, rounded up (below clips, all
/// but one of each clip do, so there may be one more for each further group). What a share can't
/// spare has no such limit of its own. A group's own maximum limits what it takes, and once any allocation is known, no better one has more
/// credits than it.
/// </remarks>
internal sealed class FreshNeeds
{
    private const int FewAtFirst = 2;

    /// <summary>More than any rule may list: no limit is known.</summary>
    public const int Unlimited = int.MaxValue / 4;

    private readonly List<Bound> minima = [];
    private readonly List<Bound> shares = [];
    private readonly int[] cuts;
    private readonly RuleNode.OtherCredit[] rootGroups;
    private readonly RuleNode.OtherCredit[] overlayGroups;
    private readonly int shortfalls;

    public FreshNeeds(RuleOfCombination rule)
    {
        foreach (var tree in rule.Overlays.Prepend(rule.Root))
        {
            Gather(tree);
        }

        rootGroups = [.. OtherCreditFilter.OtherCreditOf(rule.Root)];
        overlayGroups = [.. rule.Overlays.SelectMany(OtherCreditFilter.OtherCreditOf)];
        var nodes = rule.Overlays.Prepend(rule.Root).SelectMany(Below).ToList();
        // Of the units below one clip, one may count for less than its credits.
        shortfalls = nodes.Exists(node => node is RuleNode.Pool { Clip: not null } or RuleNode.Group { Clip: not null })
            ? nodes.Count(node => node is RuleNode.OtherCredit) - 1
            : 0;
        var bounds = nodes.SelectMany(node => node.Bounds).ToList();
        cuts = [.. bounds.SelectMany(bound => new[] { bound.MinLevel, bound.MaxLevel + 1 }).OfType<int>().Distinct().Order()];
        HoursMatter = minima.Concat(shares).Any(bound => bound.Measure == BoundMeasure.GuidedLearningHours);
    }

    /// <summary>Whether a unit with more hours can be of more use than one with fewer.</summary>
    public bool HoursMatter { get; }

    /// <summary>Whether units of one credit value and level band are all of one kind.</summary>
    public bool AreKindsPlain => !HoursMatter && overlayGroups.Length == 0;

    /// <summary>The band of a level.</summary>
    public int BandOf(int level) => cuts.Count(cut => cut <= level);

    /// <summary>The kind of a unit.</summary>
    public FreshKind KindOf(CatalogueUnit unit)
    {
        var overlays = 0UL;
        for (var group = 0; group < overlayGroups.Length; group++)
        {
            overlays |= overlayGroups[group].Passes(unit) ? 1UL << group : 0;
        }

        return new FreshKind(unit.Credits, BandOf(unit.Level), HoursMatter ? unit.GuidedLearningHours : -1, overlays);
    }

    /// <summary>The most overlay groups that a kind can tell apart.</summary>
    public bool IsTellable => overlayGroups.Length <= 64;

    /// <summary>A few units like this one, with which a first search finds some allocation and so how many more can be needed.</summary>
    public int AtFirst(CatalogueUnit unit) => Math.Min(FewAtFirst, HasShareFor(unit) ? Unlimited : ByMinima(unit));

    /// <summary>As many as can be needed, after a search with fewer found this cost; <see cref="Unlimited"/> if that is not known.</summary>
    public int After(CatalogueUnit unit, SearchResult found)
    {
        var most = Math.Min(ByMaxima(unit), HasShareFor(unit) ? Unlimited : ByMinima(unit));
        return unit.Credits > 0 && found.Cost != SearchResult.NoCost ? Math.Min(most, RemainingWork.Unpack(found.Cost).Credits / unit.Credits) : most;
    }

    /// <summary>As many as the groups together may take by their own maxima.</summary>
    private int ByMaxima(CatalogueUnit unit) => (int)Math.Min(Unlimited, rootGroups.Sum(group => group.Bounds
        .Where(bound => bound is { Max: not null, Units: null } && bound.Sources?.Contains(CreditSource.Fresh) != false && Admits(bound, unit) && MeasureOf(unit, bound.Measure) > 0)
        .Min(bound => (long?)(bound.Max!.Value / MeasureOf(unit, bound.Measure))) ?? Unlimited));

    private int ByMinima(CatalogueUnit unit) => (int)Math.Min(Unlimited, minima.Where(bound => Admits(bound, unit)).Sum(bound => Parts(bound, MeasureOf(unit, bound.Measure))));

    private bool HasShareFor(CatalogueUnit unit) => shares.Any(share => Admits(share, unit) && MeasureOf(unit, share.Measure) > 0);

    private long Parts(Bound minimum, int part) =>
        part == 0 ? 0 : (minimum.Min!.Value - 1) / part + 1 + (minimum is { Measure: BoundMeasure.Credits, IsUnfiltered: true } ? shortfalls : 0);

    private static bool Admits(Bound bound, CatalogueUnit unit) => !(unit.Level < bound.MinLevel) && !(unit.Level > bound.MaxLevel);

    private static int MeasureOf(CatalogueUnit unit, BoundMeasure measure) => measure switch
    {
        BoundMeasure.Credits => unit.Credits,
        BoundMeasure.Units => 1,
        _ => unit.GuidedLearningHours,
    };

    /// <summary>Takes the bounds that a fresh unit in a group of other credit can help to keep; whether there is such a group below.</summary>
    private bool Gather(RuleNode node)
    {
        var around = node is RuleNode.OtherCredit;
        foreach (var child in ChildrenOf(node))
        {
            around |= Gather(child);
        }

        // Units that a filter names are not left to chance, so they need no count.
        foreach (var bound in node.Bounds.Where(bound => around && bound.Units is null && bound.Sources?.Contains(CreditSource.Fresh) != false))
        {
            if (bound.Min > 0)
            {
                minima.Add(bound);
            }

            if (bound.MinShare is { Numerator: > 0 } share && share.Numerator < share.Denominator)
            {
                shares.Add(bound);
            }
        }

        return around;
    }

    private static IEnumerable<RuleNode> Below(RuleNode node) => ChildrenOf(node).SelectMany(Below).Prepend(node);

    private static IReadOnlyList<RuleNode> ChildrenOf(RuleNode node) =>
        node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };
}
