using Plr.Domain.Combination;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Tests.Random;

/// <summary>Tries every allocation. Written from the text of the semantics alone, and slow.</summary>
public sealed class ObviousTwin
{
    private sealed record Offer(int Achievement, CreditSource Source, bool Many);

    private sealed record Place(int Tree, RuleNode Node);

    private sealed record Fill(UnitKey Unit, RuleNode Node, Offer Offer);

    private readonly SmallCase small;
    private readonly Dictionary<UnitKey, List<RuleNode>> rootPlaces = [];
    private readonly List<UnitKey> units;
    private readonly Dictionary<UnitKey, List<Offer>> offers = [];
    private readonly List<Fill> chosen = [];
    private (int Credits, int Units, int Hours)? best;

    public ObviousTwin(SmallCase small)
    {
        this.small = small;
        CollectPlaces(small.Rule.Root, rootPlaces);
        units = [.. rootPlaces.Keys];
        foreach (var unit in units)
        {
            offers[unit] = OffersOf(unit);
        }
    }

    /// <summary>The least (credits, units, hours), or null if there is no way.</summary>
    public (int Credits, int Units, int Hours)? Least()
    {
        Try(0, (0, 0, 0));
        return best;
    }

    /// <summary>What is wrong with a claimed allocation, or null; its cost comes back too.</summary>
    public string? Check(IReadOnlyList<CountedUnit> witness, out (int Credits, int Units, int Hours) cost)
    {
        cost = (0, 0, 0);
        foreach (var counted in witness)
        {
            var node = rootPlaces.GetValueOrDefault(counted.Unit)?.Find(place => place.Id == counted.Node);
            var offer = offers.GetValueOrDefault(counted.Unit)?.OrderBy(one => one.Many ? 0 : 1).FirstOrDefault(one => one.Achievement == (counted.Achievement ?? -1) && one.Source == counted.Source);
            if (node is null || offer is null || !IsRecent(offer, node))
            {
                return $"{counted.Unit} can't be counted in {counted.Node} through {counted.Achievement}";
            }

            if (chosen.Exists(fill => fill.Unit == counted.Unit) || IsUsed(offer))
            {
                return $"{counted.Unit} or its achievement is used twice";
            }

            chosen.Add(new Fill(counted.Unit, node, offer));
            cost = Add(cost, counted.Unit, offer);
        }

        return Holds() ? null : "the rule does not hold";
    }

    private void Try(int index, (int Credits, int Units, int Hours) cost)
    {
        if (best is { } known && cost.CompareTo(known) >= 0)
        {
            return;
        }

        if (index == units.Count)
        {
            if (Holds())
            {
                best = cost;
            }

            return;
        }

        var unit = units[index];
        foreach (var offer in offers[unit].Where(offer => !IsUsed(offer)))
        {
            foreach (var node in rootPlaces[unit].Where(node => IsRecent(offer, node)))
            {
                chosen.Add(new Fill(unit, node, offer));
                Try(index + 1, Add(cost, unit, offer));
                chosen.RemoveAt(chosen.Count - 1);
            }
        }

        Try(index + 1, cost);
    }

    private bool IsUsed(Offer offer) =>
        offer.Achievement >= 0 && !offer.Many && chosen.Exists(fill => fill.Offer.Achievement == offer.Achievement && !fill.Offer.Many);

    private (int Credits, int Units, int Hours) Add((int Credits, int Units, int Hours) cost, UnitKey unit, Offer offer)
    {
        var facts = Facts(unit);
        return offer.Achievement >= 0 ? cost : (cost.Credits + facts.Credits, cost.Units + 1, cost.Hours + facts.GuidedLearningHours);
    }

    private Plr.Rules.Compilation.CatalogueUnit Facts(UnitKey unit) => small.Units.First(facts => facts.Key == unit);

    private List<Offer> OffersOf(UnitKey unit)
    {
        var found = new List<Offer>();
        if (Facts(unit).IsAvailable)
        {
            found.Add(new Offer(-1, CreditSource.Fresh, false));
        }

        for (var index = 0; index < small.Achieved.Count; index++)
        {
            var achieved = small.Achieved[index];
            if (IsVoid(achieved))
            {
                continue;
            }

            if (achieved.Unit == unit)
            {
                found.Add(new Offer(index, achieved.Source, false));
            }

            foreach (var edge in small.Equivalences.Where(edge => edge.Achieved == achieved.Unit && edge.CountsAs == unit))
            {
                found.Add(new Offer(index, edge.Source ?? achieved.Source, edge.Many));
            }
        }

        return found;
    }

    private bool IsVoid(AchievedUnit achieved)
    {
        var limits = small.Rule.MaxAges.Where(limit => limit.Units.Contains(achieved.Unit)).Select(limit => limit.Months).ToList();
        if (small.Rule.MaxAgeMonths is { } months)
        {
            limits.Add(months);
        }

        return limits.Exists(limit => achieved.Awarded is { } awarded && awarded.AddMonths(limit) < small.AsOf)
            || achieved.UsedIn.Any(small.Rule.ExcludeUsedIn.Contains);
    }

    private bool Holds()
    {
        foreach (var bar in small.Rule.Bars)
        {
            if (chosen.Count(fill => bar.Units.Contains(fill.Unit)) > bar.Max)
            {
                return false;
            }
        }

        foreach (var dependency in small.Rule.Requires)
        {
            if (chosen.Exists(fill => fill.Unit == dependency.If) && !chosen.Exists(fill => dependency.AnyOf.Contains(fill.Unit)))
            {
                return false;
            }
        }

        return CanBeActive(small.Rule.Root, chosen) && small.Rule.Overlays.All(OverlayHolds);
    }

    private bool OverlayHolds(RuleNode overlay)
    {
        var places = new Dictionary<UnitKey, List<RuleNode>>();
        CollectPlaces(overlay, places);
        var candidates = chosen.Where(fill => places.ContainsKey(fill.Unit)).ToList();
        return TryOverlay(overlay, places, candidates, 0, []);
    }

    private static bool Same(RuleNode one, RuleNode other) => ReferenceEquals(one, other);

    private bool TryOverlay(RuleNode overlay, Dictionary<UnitKey, List<RuleNode>> places, List<Fill> candidates, int index, List<Fill> fills)
    {
        if (index == candidates.Count)
        {
            return CanBeActive(overlay, fills);
        }

        foreach (var node in places[candidates[index].Unit].Where(node => IsRecent(candidates[index].Offer, node)))
        {
            fills.Add(candidates[index] with { Node = node });
            if (TryOverlay(overlay, places, candidates, index + 1, fills))
            {
                return true;
            }

            fills.RemoveAt(fills.Count - 1);
        }

        return TryOverlay(overlay, places, candidates, index + 1, fills);
    }

    private bool CanBeActive(RuleNode node, List<Fill> fills)
    {
        switch (node)
        {
            case RuleNode.All all:
                if (all.Units.Distinct().Any(unit => !fills.Exists(fill => fill.Unit == unit && Same(fill.Node, node))))
                {
                    return false;
                }

                break;
            case RuleNode.Group group:
                if (!group.Nodes.All(child => CanBeActive(child, fills)))
                {
                    return false;
                }

                break;
            case RuleNode.Choose choose:
                var active = choose.Nodes.Count(child => !IsEmpty(child, fills));
                var idle = choose.Nodes.Count(child => IsEmpty(child, fills) && CanBeActive(child, fills));
                if (choose.Nodes.Any(child => !IsEmpty(child, fills) && !CanBeActive(child, fills)) || active > choose.Max || active + idle < choose.Min || choose.Max < choose.Min)
                {
                    return false;
                }

                break;
        }

        return node.Bounds.All(bound => BoundHolds(node, bound, fills));
    }

    private static bool IsEmpty(RuleNode node, List<Fill> fills) => !Subtree(node).Any(below => fills.Exists(fill => Same(fill.Node, below)));

    private static IEnumerable<RuleNode> Subtree(RuleNode node) => Children(node).SelectMany(Subtree).Prepend(node);

    private static IReadOnlyList<RuleNode> Children(RuleNode node) =>
        node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };

    private bool BoundHolds(RuleNode node, Bound bound, List<Fill> fills)
    {
        var below = Subtree(node).ToList();
        var inside = fills.Where(fill => below.Exists(one => Same(one, fill.Node))).ToList();
        var matching = inside.Where(fill =>
            (bound.MinLevel is null || Facts(fill.Unit).Level >= bound.MinLevel)
            && (bound.MaxLevel is null || Facts(fill.Unit).Level <= bound.MaxLevel)
            && (bound.Sources is null || bound.Sources.Contains(fill.Offer.Source))
            && (bound.Units is null || bound.Units.Contains(fill.Unit))).Sum(fill => Measure(bound, fill));
        var whole = inside.Sum(fill => Measure(bound, fill));
        var sum = bound.IsUnfiltered && bound.Measure == BoundMeasure.Credits ? Unclipped(node, fills) : matching;
        return (bound.Min is null || sum >= bound.Min)
            && (bound.Max is null || sum <= bound.Max)
            && (bound.MinShare is null || bound.MinShare.Denominator * matching >= bound.MinShare.Numerator * whole);
    }

    private int Measure(Bound bound, Fill fill) => bound.Measure switch
    {
        BoundMeasure.Credits => Facts(fill.Unit).Credits,
        BoundMeasure.Units => 1,
        _ => Facts(fill.Unit).GuidedLearningHours,
    };

    private int Unclipped(RuleNode node, List<Fill> fills) =>
        fills.Where(fill => Same(fill.Node, node)).Sum(fill => Facts(fill.Unit).Credits)
        + Children(node).Sum(child => Math.Min(Unclipped(child, fills), Clip(child)));

    private static int Clip(RuleNode node) =>
        node switch { RuleNode.Pool pool => pool.Clip, RuleNode.Group group => group.Clip, _ => null } ?? int.MaxValue;

    /// <summary>Other credit: any unit of the catalogue of the levels, and of one of the sectors or a part of it.</summary>
    private IEnumerable<UnitKey> AnyUnits(RuleNode.OtherCredit other) => small.Units.Where(unit =>
        (other.MinLevel is not { } low || unit.Level >= low) && (other.MaxLevel is not { } high || unit.Level <= high)
        && (!other.Sectors.Any() || unit.Sectors.Any(code => other.Sectors.Contains(code) || other.Sectors.Contains(code.Split('.')[0])))).Select(unit => unit.Key);

    private bool IsRecent(Offer offer, RuleNode node) =>
        offer.Achievement < 0 || node is not RuleNode.OtherCredit { AchievedWithinMonths: { } months }
        || small.Achieved[offer.Achievement].Awarded is not { } awarded || awarded.AddMonths(months) >= small.AsOf;

    private void CollectPlaces(RuleNode node, Dictionary<UnitKey, List<RuleNode>> places)
    {
        foreach (var unit in (node switch { RuleNode.All all => all.Units, RuleNode.Pool pool => pool.Units, RuleNode.OtherCredit other => AnyUnits(other), _ => [] }).Distinct())
        {
            (places.TryGetValue(unit, out var list) ? list : places[unit] = []).Add(node);
        }

        foreach (var child in Children(node))
        {
            CollectPlaces(child, places);
        }
    }
}
