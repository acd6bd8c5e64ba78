using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>Reads an allocation back in the words of the rule.</summary>
internal sealed partial class Explanation
{
    private readonly CompiledRule rule;
    private readonly IReadOnlyList<AchievedUnit> achieved;
    private readonly OfferTable offers;
    private readonly IReadOnlyList<(int Slot, int Offer)> filled;
    private readonly bool[] taken;

    public Explanation(CompiledRule rule, IReadOnlyList<AchievedUnit> achieved, OfferTable offers, IReadOnlyList<(int Slot, int Offer)> filled)
    {
        (this.rule, this.achieved, this.offers, this.filled) = (rule, achieved, offers, filled);
        taken = Taken();
        Counted = [.. filled.Select(CountedOf)];
    }

    /// <summary>The units counted.</summary>
    public IReadOnlyList<CountedUnit> Counted { get; }

    private Offer OfferOf((int Slot, int Offer) fill) => offers.ByUnit[rule.Slots[fill.Slot].Unit][fill.Offer];

    private CountedUnit CountedOf((int Slot, int Offer) fill)
    {
        var slot = rule.Slots[fill.Slot];
        var offer = OfferOf(fill);
        var facts = rule.Facts[slot.Unit];
        return new CountedUnit(
            facts.Key, rule.Nodes[slot.Node].Source.Id, offer.IsFresh ? null : offer.Achievement, offer.Source,
            offer.Equivalent ? achieved[offer.Achievement].Unit : (UnitKey?)null, facts.Credits, facts.Level, facts.GuidedLearningHours);
    }

    /// <summary>Which nodes the allocation uses. A choice with nothing counted below is not taken, unless it has to be.</summary>
    private bool[] Taken()
    {
        var used = new bool[rule.Nodes.Length];
        foreach (var (slot, _) in filled)
        {
            for (var node = rule.Slots[slot].Node; node >= 0 && !used[node]; node = rule.Nodes[node].Parent)
            {
                used[node] = true;
            }
        }

        var active = new bool[rule.Nodes.Length];
        foreach (var node in rule.Nodes)
        {
            CompiledNode? parent = node.Parent < 0 ? null : rule.Nodes[node.Parent];
            active[node.Index] = parent is null || (active[parent.Index] && (!parent.IsChoose || used[node.Index] || node.Tree > 0));
        }

        return active;
    }

    /// <summary>Every node with what was achieved and counts there.</summary>
    public IReadOnlyList<NodeVerdict> Nodes()
    {
        var verdicts = new NodeVerdict[rule.Nodes.Length];
        for (var node = rule.Nodes.Length - 1; node >= 0; node--)
        {
            verdicts[node] = VerdictOf(rule.Nodes[node], verdicts);
        }

        return verdicts;
    }

    private NodeVerdict VerdictOf(CompiledNode node, NodeVerdict[] below)
    {
        var here = filled.Where(fill => !OfferOf(fill).IsFresh && IsBelow(fill.Slot, node)).ToList();
        var missing = MissingOf(node, here);
        var childrenMet = node.IsChoose
            ? node.Children.Count(child => below[child].IsMet) >= node.MinActive
                && node.Children.All(child => !taken[child] || node.Tree > 0 || below[child].IsMet)
            : node.Children.All(child => below[child].IsMet);
        var level = (node.Source.Bounds.FirstOrDefault(bound => bound.MinLevel is not null)
            ?? rule.Nodes[0].Source.Bounds.FirstOrDefault(bound => bound.MinLevel is not null))?.MinLevel;
        return new NodeVerdict(
            node.Source.Id, node.Tree, taken[node.Index], missing.Count == 0 && childrenMet,
            here.Sum(fill => FactsOf(fill).Credits),
            level is null ? null : here.Where(fill => FactsOf(fill).Level >= level).Sum(fill => FactsOf(fill).Credits),
            level, here.Count, here.Sum(fill => FactsOf(fill).GuidedLearningHours), missing);
    }

    private CatalogueUnit FactsOf((int Slot, int Offer) fill) => rule.Facts[rule.Slots[fill.Slot].Unit];

    private bool IsBelow(int slot, CompiledNode node)
    {
        if (node.Tree > 0)
        {
            // What fills an overlay is not part of the allocation; what could is shown.
            return rule.OverlaySlots[node.Tree - 1][rule.Slots[slot].Unit].Any(place => IsUnder(rule.Slots[place].Node, node.Index));
        }

        return IsUnder(rule.Slots[slot].Node, node.Index);
    }

    private bool IsUnder(int at, int node)
    {
        for (; at >= 0; at = rule.Nodes[at].Parent)
        {
            if (at == node)
            {
                return true;
            }
        }

        return false;
    }

    private List<Shortfall> MissingOf(CompiledNode node, List<(int Slot, int Offer)> here)
    {
        var missing = new List<Shortfall>();
        if (node.IsAll && here.Count < node.Slots.Count)
        {
            missing.Add(new Shortfall(null, BoundMeasure.Units, node.Slots.Count - here.Count));
        }

        foreach (var constraint in node.Constraints.Select(index => rule.Constraints[index]).Where(one => one.HasMin && one.Source is not null))
        {
            var sum = constraint.SeesClips ? ClippedBelow(node, here) : here.Sum(fill => Contribution(constraint, fill));
            if (sum < constraint.Min)
            {
                var short_ = constraint.Share is null ? constraint.Min - sum : (-sum + constraint.Share.Denominator - 1) / constraint.Share.Denominator;
                missing.Add(new Shortfall(constraint.Source, constraint.Measure, short_));
            }
        }

        return missing;
    }

    private int Contribution(Constraint constraint, (int Slot, int Offer) fill)
    {
        var unit = rule.Slots[fill.Slot].Unit;
        return constraint.Contribution(unit, rule.Measure(unit, constraint.Measure), OfferOf(fill).Source);
    }

    private int ClippedBelow(CompiledNode node, List<(int Slot, int Offer)> here) =>
        here.Where(fill => rule.Slots[fill.Slot].Node == node.Index || node.Tree > 0).Sum(fill => FactsOf(fill).Credits)
        + (node.Tree > 0 ? 0 : node.Children.Sum(child =>
            Math.Min(rule.Nodes[child].Clip ?? int.MaxValue, ClippedBelow(rule.Nodes[child], here))));
}
