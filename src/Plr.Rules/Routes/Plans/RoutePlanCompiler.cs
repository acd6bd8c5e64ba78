using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Routes.Plans;

/// <summary>Makes a plan of a rule; what a plan can't hold is left out, and the plan says so.</summary>
internal sealed partial class RoutePlanCompiler
{
    private const int MaxVariants = 64;

    private readonly UnitTable table;
    private readonly RuleOfCombination rule;
    private readonly List<int> units = [];
    private readonly Dictionary<(int Unit, int Listing), int> bitOf = [];
    private readonly Dictionary<RuleNode, UInt128> bitsOf = new(ReferenceEqualityComparer.Instance);
    private bool isRelaxed;

    private RoutePlanCompiler(UnitTable table, RuleOfCombination rule) => (this.table, this.rule) = (table, rule);

    /// <summary>The plan; null if the rule lists too many units or has too many ways to choose.</summary>
    public static RoutePlan? Compile(UnitTable table, RuleOfCombination rule) => new RoutePlanCompiler(table, rule).Compile();

    private RoutePlan? Compile()
    {
        if (!Assign(rule.Root, []) || units.Sum(unit => table.Units[unit].Credits) > PlanCosts.MaxCredits || Variants(rule.Root) is not { } trees)
        {
            return null;
        }

        CollectLanes();
        CollectConditions();
        var variants = trees.ConvertAll(Variant);
        return new RoutePlan
        {
            Units = [.. units],
            Credits = [.. units.Select(unit => (byte)table.Units[unit].Credits)],
            Hours = lanes.Exists(lane => lane.Lane.Measure == BoundMeasure.GuidedLearningHours) ? [.. units.Select(unit => table.Units[unit].GuidedLearningHours)] : [],
            Available = Where(bit => table.Units[units[bit]].IsAvailable),
            SourcesMatter = lanes.Exists(lane => lane.Lane.SourceMask != PlanLane.AllSources),
            Variants = [.. variants],
            IsRelaxed = isRelaxed,
        };
    }

    private PlanVariant Variant(List<(RuleNode Source, PlanNode Node)> tree)
    {
        var nodes = tree.Select(node => node.Node).ToArray();
        var listed = nodes.Aggregate((UInt128)0, (set, node) => set | node.Members);
        var active = tree.Select(node => node.Source).ToHashSet<RuleNode>(ReferenceEqualityComparer.Instance);
        var own = lanes.Where(lane => lane.Node is null || active.Contains(lane.Node))
            .Select(lane => lane.Lane with { Scope = lane.Lane.Scope & listed }).ToArray();
        var plain = Array.FindAll(own, lane => !lane.IsForeignCap);
        return new PlanVariant
        {
            Nodes = nodes,
            Lanes = own,
            OwnLanes = plain.Length == own.Length ? own : plain,
            Floor = plain is [{ IsFloor: true } floor] ? floor : null,
            Ways = Ways(listed),
            Width = 1 + nodes.Max(node => Math.Max(node.Min, Math.Max(Finite(node.Max), Finite(node.Clip)))),
            HasClips = nodes.Any(node => node.Clip != int.MaxValue),
        };
    }

    private static int Finite(int limit) => limit == int.MaxValue ? 0 : limit;

    private UInt128 Where(Func<int, bool> passes)
    {
        UInt128 set = 0;
        for (var bit = 0; bit < units.Count; bit++)
        {
            set |= passes(bit) ? UInt128.One << bit : 0;
        }

        return set;
    }

    /// <summary>Gives every listing a bit; false if there are too many or a credit value is too large.</summary>
    /// <remarks>Listings of a unit in pathways of which one at most is taken share a bit.</remarks>
    /// <param name="listed">How often each unit is listed before, where it could count at the same time.</param>
    private bool Assign(RuleNode node, Dictionary<int, int> listed)
    {
        UInt128 bits = 0;
        foreach (var unit in UnitsOf(node).Distinct().Select(table.NumberOf))
        {
            var listing = (unit, listed[unit] = listed.GetValueOrDefault(unit) + 1);
            if (!bitOf.TryGetValue(listing, out var bit))
            {
                if (units.Count == RoutePlan.MaxUnits || table.Units[unit].Credits > byte.MaxValue)
                {
                    return false;
                }

                bit = bitOf[listing] = units.Count;
                units.Add(unit);
            }

            bits |= UInt128.One << bit;
        }

        bitsOf[node] = bits;
        return node is not RuleNode.OtherCredit
            && (node is RuleNode.Choose { Max: 1 } pathways ? AssignApart(pathways.Nodes, listed) : ChildrenOf(node).All(child => Assign(child, listed)));
    }

    private bool AssignApart(IReadOnlyList<RuleNode> pathways, Dictionary<int, int> listed)
    {
        var before = new Dictionary<int, int>(listed);
        foreach (var pathway in pathways)
        {
            var own = new Dictionary<int, int>(before);
            if (!Assign(pathway, own))
            {
                return false;
            }

            foreach (var (unit, times) in own)
            {
                listed[unit] = Math.Max(listed.GetValueOrDefault(unit), times);
            }
        }

        return true;
    }

    private static IReadOnlyList<UnitKey> UnitsOf(RuleNode node) => node switch { RuleNode.All all => all.Units, RuleNode.Pool pool => pool.Units, _ => [] };

    private static IEnumerable<RuleNode> Below(RuleNode node) => ChildrenOf(node).SelectMany(Below).Prepend(node);

    private static IReadOnlyList<RuleNode> ChildrenOf(RuleNode node) =>
        node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };

    /// <summary>All ways to choose below a node, each as nodes in the order children, parent; null if too many.</summary>
    private List<List<(RuleNode Source, PlanNode Node)>>? Variants(RuleNode node, bool isCapped = false)
    {
        var capped = CreditMax(node) != int.MaxValue || (isCapped && ClipOf(node) == int.MaxValue);
        var children = new List<List<List<(RuleNode Source, PlanNode Node)>>>();
        foreach (var child in ChildrenOf(node))
        {
            if (Variants(child, capped) is not { } below)
            {
                return null;
            }

            children.Add(below);
        }

        var made = new List<List<(RuleNode Source, PlanNode Node)>>();
        foreach (var active in ActiveSets(node, children.Count))
        {
            List<List<(RuleNode Source, PlanNode Node)>> partial = [[]];
            foreach (var child in active)
            {
                partial = [.. partial.SelectMany(before => children[child].Select(nodes => before.Concat(nodes).ToList()))];
                if (partial.Count > MaxVariants)
                {
                    return null;
                }
            }

            made.AddRange(partial.Select(nodes => nodes.Append((node, NodeOf(node, active.Count, capped))).ToList()));
            if (made.Count > MaxVariants)
            {
                return null;
            }
        }

        return made;
    }

    private static IEnumerable<List<int>> ActiveSets(RuleNode node, int children)
    {
        if (node is not RuleNode.Choose choose)
        {
            return [[.. Enumerable.Range(0, children)]];
        }

        return children > 12
            ? [.. Enumerable.Repeat<List<int>>([], MaxVariants + 1)]
            : Enumerable.Range(0, 1 << children)
                .Where(set => int.PopCount(set) >= choose.Min && int.PopCount(set) <= choose.Max)
                .Select(set => Enumerable.Range(0, children).Where(child => (set >> child & 1) != 0).ToList());
    }

    private PlanNode NodeOf(RuleNode node, int children, bool isCapped)
    {
        var counts = node is RuleNode.Pool ? node.Bounds.Where(IsUnitCount).ToList() : [];
        return new PlanNode(
            bitsOf[node],
            node switch { RuleNode.All => PlanNodeKind.All, RuleNode.Pool => PlanNodeKind.Pool, _ => PlanNodeKind.Group },
            isCapped,
            children,
            node.Bounds.Where(IsCreditSum).Max(bound => bound.Min) ?? 0,
            CreditMax(node),
            counts.Max(bound => bound.Min) ?? 0,
            counts.Min(bound => bound.Max) ?? int.MaxValue,
            ClipOf(node));
    }

    private static int ClipOf(RuleNode node) => node switch { RuleNode.Pool pool => pool.Clip, RuleNode.Group group => group.Clip, _ => null } ?? int.MaxValue;

    private static int CreditMax(RuleNode node) => node.Bounds.Where(IsCreditSum).Min(bound => bound.Max) ?? int.MaxValue;

    private static bool IsCreditSum(Bound bound) => bound.Measure == BoundMeasure.Credits && bound.IsUnfiltered;

    private static bool IsUnitCount(Bound bound) => bound.Measure == BoundMeasure.Units && bound.IsUnfiltered;
}
