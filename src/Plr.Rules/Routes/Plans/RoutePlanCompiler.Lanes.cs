using Plr.Domain.Combination;

namespace Plr.Rules.Routes.Plans;

/// <summary>Bounds that become lanes, overlays among them.</summary>
internal sealed partial class RoutePlanCompiler
{
    private readonly List<(RuleNode? Node, PlanLane Lane)> lanes = [];

    private void CollectLanes()
    {
        foreach (var node in Below(rule.Root))
        {
            var scope = Below(node).Aggregate((UInt128)0, (set, below) => set | bitsOf[below]);
            foreach (var bound in node.Bounds)
            {
                AddLanes(node, bound, scope, isSummed: IsCreditSum(bound) || (node is RuleNode.Pool && IsUnitCount(bound)));
            }
        }

        foreach (var overlay in rule.Overlays)
        {
            if (OnlyAsksForMore(overlay))
            {
                AddOverlay(overlay);
            }
            else
            {
                isRelaxed = true;
            }
        }
    }

    private void AddLanes(RuleNode? node, Bound bound, UInt128 scope, bool isSummed)
    {
        if (!isSummed && (bound.Min > 0 || bound.Max is not null))
        {
            lanes.Add((node, new PlanLane(scope, Passing(bound), bound.Measure, bound.Min ?? 0, bound.Max ?? int.MaxValue, SourceMask(bound), null)));
        }

        if (bound.MinShare is { Numerator: > 0 } share && !bound.IsUnfiltered)
        {
            lanes.Add((node, new PlanLane(scope, Passing(bound), bound.Measure, 0, int.MaxValue, SourceMask(bound), share)));
        }
    }

    /// <summary>Whether a tree has minima alone over units listed once: then every counted unit may as well stand in it.</summary>
    private static bool OnlyAsksForMore(RuleNode overlay)
    {
        var nodes = Below(overlay).ToList();
        var listed = nodes.SelectMany(UnitsOf).ToList();
        return listed.Distinct().Count() == listed.Count
            && nodes.TrueForAll(node => node is not (RuleNode.Choose or RuleNode.OtherCredit) && ClipOf(node) == int.MaxValue
                && node.Bounds.All(bound => bound.Max is null && bound.MinShare is null or { Numerator: 0 }));
    }

    private void AddOverlay(RuleNode overlay)
    {
        foreach (var node in Below(overlay))
        {
            var listed = Below(node).SelectMany(UnitsOf).ToHashSet();
            var scope = Where(bit => listed.Contains(table.Units[units[bit]].Key));
            foreach (var bound in node.Bounds)
            {
                AddLanes(null, bound, scope, isSummed: false);
            }

            if (node is RuleNode.All)
            {
                AddLanes(null, new Bound { Measure = BoundMeasure.Units, Min = listed.Count }, scope, isSummed: false);
            }
        }
    }

    private UInt128 Passing(Bound bound)
    {
        var only = bound.Units?.ToHashSet();
        return Where(bit =>
        {
            var unit = table.Units[units[bit]];
            return (bound.MinLevel is not { } least || unit.Level >= least) && (bound.MaxLevel is not { } most || unit.Level <= most)
                && (only is null || only.Contains(unit.Key));
        });
    }

    private static int SourceMask(Bound bound) =>
        bound.Sources is { } sources ? sources.Aggregate(0, (mask, source) => mask | 1 << (int)source) : PlanLane.AllSources;
}
