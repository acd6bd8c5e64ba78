using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Routes;

/// <summary>Makes a plan of a rule, or says that the rule needs the general search.</summary>
internal sealed class RoutePlanCompiler
{
    private const int MaxVariants = 16;
    private const int MaxExclusions = 32;

    private readonly UnitTable table;
    private readonly RuleOfCombination rule;
    private readonly List<int> units = [];
    private readonly Dictionary<RuleNode, UInt128> bitsOf = new(ReferenceEqualityComparer.Instance);
    private int? level;
    private int levelMin;

    private RoutePlanCompiler(UnitTable table, RuleOfCombination rule) => (this.table, this.rule) = (table, rule);

    /// <summary>The plan, or null.</summary>
    public static RoutePlan? Compile(UnitTable table, RuleOfCombination rule) => new RoutePlanCompiler(table, rule).Compile();

    private RoutePlan? Compile()
    {
        if (rule.Overlays.Count > 0 || rule.Requires.Count > 0 || rule.Completeness is not RuleCompleteness.Complete
            || !Assign(rule.Root) || !TakeLevel() || Variants(rule.Root) is not { Count: <= MaxVariants } trees)
        {
            return null;
        }

        var variants = new List<PlanVariant>();
        foreach (var tree in trees)
        {
            if (Conflicts(tree.Aggregate((UInt128)0, (set, node) => set | node.Members)) is not { } exclusions)
            {
                return null;
            }

            variants.Add(new PlanVariant([.. tree], exclusions));
        }

        return Plan([.. variants]);
    }

    private RoutePlan Plan(PlanVariant[] variants)
    {
        var credits = units.ConvertAll(unit => (byte)table.Units[unit].Credits);
        return new RoutePlan
        {
            Units = [.. units],
            Credits = [.. credits],
            CreditPlanes = [.. Enumerable.Range(0, 8).Select(plane => Where(bit => (credits[bit] >> plane & 1) != 0)).Reverse().SkipWhile(set => set == 0).Reverse()],
            Available = Where(bit => table.Units[units[bit]].IsAvailable),
            LimitedSources = rule.Root.Bounds.Concat(Below(rule.Root).SelectMany(node => node.Bounds))
                .SelectMany(bound => bound.Max is null ? [] : bound.Sources ?? []).Aggregate(0, (mask, source) => mask | 1 << (int)source),
            AtLevel = Where(bit => level is null || table.Units[units[bit]].Level >= level),
            LevelMin = levelMin,
            Variants = variants,
        };
    }

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
    private bool Assign(RuleNode node)
    {
        var keys = node switch { RuleNode.All all => all.Units, RuleNode.Pool pool => pool.Units, _ => [] };
        UInt128 bits = 0;
        foreach (var unit in keys.Distinct().Select(table.NumberOf))
        {
            if (units.Count == RoutePlan.MaxUnits || table.Units[unit].Credits > byte.MaxValue)
            {
                return false;
            }

            bits |= UInt128.One << units.Count;
            units.Add(unit);
        }

        bitsOf[node] = bits;
        return node is not RuleNode.OtherCredit && ChildrenOf(node).All(Assign);
    }

    private static IEnumerable<RuleNode> Below(RuleNode node) => ChildrenOf(node).SelectMany(child => Below(child).Prepend(child));

    private static IReadOnlyList<RuleNode> ChildrenOf(RuleNode node) =>
        node switch { RuleNode.Group group => group.Nodes, RuleNode.Choose choose => choose.Nodes, _ => [] };

    /// <summary>Takes the level minimum of the whole; false if there are bounds that a plan can't hold.</summary>
    private bool TakeLevel()
    {
        foreach (var bound in rule.Root.Bounds.Where(bound => bound.MinLevel is not null && bound.Min > 0))
        {
            if (level is not null && level != bound.MinLevel)
            {
                return false;
            }

            (level, levelMin) = (bound.MinLevel, Math.Max(levelMin, bound.Min!.Value));
        }

        return Supported(rule.Root, isRoot: true);
    }

    private static bool Supported(RuleNode node, bool isRoot)
    {
        var clips = node is RuleNode.Pool { Clip: not null } or RuleNode.Group { Clip: not null };
        return !clips && node.Bounds.All(bound => SupportedBound(node, bound, isRoot)) && ChildrenOf(node).All(child => Supported(child, isRoot: false));
    }

    private static bool SupportedBound(RuleNode node, Bound bound, bool isRoot) => bound switch
    {
        { Min: null or 0, Max: null, MinShare: null or { Numerator: 0 } } => true,
        { MinShare: not null } => false,
        { Min: null or 0, Sources: { } sources } => !sources.Contains(CreditSource.Own) && !sources.Contains(CreditSource.Fresh), // See LimitedSources.
        { Measure: BoundMeasure.Credits, IsUnfiltered: true } => true,
        { Measure: BoundMeasure.Units, IsUnfiltered: true } => node is RuleNode.Pool,
        { Measure: BoundMeasure.Credits, MinLevel: not null, MaxLevel: null, Sources: null, Units: null, Max: null } => isRoot,
        _ => false,
    };

    /// <summary>The ways to leave out units so that bars and double listings are kept; null if there are too many.</summary>
    /// <param name="active">The listings of the variant: others are not counted in any case.</param>
    private UInt128[]? Conflicts(UInt128 active)
    {
        var listed = units.Index().Where(unit => (active >> unit.Index & 1) != 0).ToList();
        var conflicts = listed.GroupBy(unit => unit.Item, unit => unit.Index).Where(group => group.Count() > 1)
            .Select(group => (Bits: group.ToList(), Max: 1)).ToList();
        foreach (var bar in rule.Bars)
        {
            var bits = listed.Where(unit => bar.Units.Contains(table.Units[unit.Item].Key)).Select(unit => unit.Index).ToList();
            if (bits.Count > bar.Max)
            {
                if (conflicts.Exists(conflict => conflict.Bits.Intersect(bits).Any() && units[conflict.Bits[0]] == units[conflict.Bits[^1]]))
                {
                    return null; // Listed twice and barred as well: the general search knows how.
                }

                conflicts.Add((bits, bar.Max));
            }
        }

        List<UInt128> ways = [0];
        foreach (var (bits, max) in conflicts)
        {
            ways = [.. ways.SelectMany(way => LeaveOut(bits, bits.Count - max, 0).Select(left => way | left)).Distinct()];
            if (ways.Count > MaxExclusions)
            {
                return null;
            }
        }

        return [.. ways];
    }

    private static IEnumerable<UInt128> LeaveOut(List<int> bits, int count, int from)
    {
        if (count == 0)
        {
            return [(UInt128)0];
        }

        return Enumerable.Range(from, Math.Max(0, bits.Count - from - count + 1))
            .SelectMany(index => LeaveOut(bits, count - 1, index + 1).Select(rest => rest | UInt128.One << bits[index]));
    }

    /// <summary>All ways to choose below a node, each as nodes in the order children, parent; null if too many.</summary>
    private List<List<PlanNode>>? Variants(RuleNode node)
    {
        if (node is RuleNode.All or RuleNode.Pool)
        {
            return [[NodeOf(node, 0)]];
        }

        var children = new List<List<List<PlanNode>>>();
        foreach (var child in ChildrenOf(node))
        {
            if (Variants(child) is not { } below)
            {
                return null;
            }

            children.Add(below);
        }

        var made = new List<List<PlanNode>>();
        foreach (var active in ActiveSets(node, children.Count))
        {
            List<List<PlanNode>> partial = [[]];
            foreach (var child in active)
            {
                partial = [.. partial.SelectMany(before => children[child].Select(nodes => before.Concat(nodes).ToList()))];
                if (partial.Count > MaxVariants)
                {
                    return null;
                }
            }

            made.AddRange(partial.Select(nodes => nodes.Append(NodeOf(node, active.Count)).ToList()));
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

        return children > 10
            ? [.. Enumerable.Repeat<List<int>>([], MaxVariants + 1)]
            : Enumerable.Range(0, 1 << children)
                .Where(set => int.PopCount(set) >= choose.Min && int.PopCount(set) <= choose.Max)
                .Select(set => Enumerable.Range(0, children).Where(child => (set >> child & 1) != 0).ToList());
    }

    private PlanNode NodeOf(RuleNode node, int children)
    {
        var credits = node.Bounds.Where(bound => bound.Measure == BoundMeasure.Credits && bound.IsUnfiltered).ToList();
        var counts = node.Bounds.Where(bound => bound.Measure == BoundMeasure.Units && bound.IsUnfiltered).ToList();
        return new PlanNode(
            node switch { RuleNode.All => PlanNodeKind.All, RuleNode.Pool => PlanNodeKind.Pool, _ => PlanNodeKind.Group },
            bitsOf[node],
            children,
            credits.Max(bound => bound.Min) ?? 0,
            credits.Min(bound => bound.Max) ?? int.MaxValue,
            counts.Max(bound => bound.Min) ?? 0,
            counts.Min(bound => bound.Max) ?? int.MaxValue);
    }
}
