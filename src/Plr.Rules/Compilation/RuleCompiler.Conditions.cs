using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <content>Bounds, bars, dependencies and ages.</content>
internal sealed partial class RuleCompiler
{
    private const int AllSources = 0b11111;

    private Constraint[] constraints = [];

    private Constraint[] BuildConstraints()
    {
        var built = new List<Constraint>();
        foreach (var node in nodes)
        {
            foreach (var bound in Merged(node.Source.Bounds))
            {
                if (bound.Min > 0 || bound.Max is not null)
                {
                    built.Add(ConstraintOf(built.Count, node, bound, share: null));
                }

                if (bound.MinShare is { Numerator: > 0 } share)
                {
                    built.Add(ConstraintOf(built.Count, node, bound, share));
                }
            }

            if (node.Tree > 0 && node.IsAll)
            {
                var all = new Bound { Measure = BoundMeasure.Units, Min = node.Slots.Count };
                built.Add(ConstraintOf(built.Count, node, all, share: null, madeByCompiler: true));
            }
        }

        foreach (var constraint in built)
        {
            nodes[constraint.Node].Constraints.Add(constraint.Index);
        }

        AddFeeders(built);
        return [.. built];
    }

    /// <summary>Bounds of one node that add up the same thing become one.</summary>
    internal static IEnumerable<Bound> Merged(IReadOnlyList<Bound> bounds)
    {
        if (bounds.Count < 2 || AreMerged(bounds))
        {
            return bounds;
        }

        var plain = bounds.Where(bound => bound.Units is null && bound.Sources is null && bound.MinShare is null)
            .GroupBy(bound => (bound.Measure, bound.MinLevel, bound.MaxLevel))
            .Select(group => group.First() with { Min = group.Max(bound => bound.Min), Max = group.Min(bound => bound.Max) });
        return plain.Concat(bounds.Where(bound => bound.Units is not null || bound.Sources is not null || bound.MinShare is not null));
    }

    /// <summary>Whether bounds are what merging would make of them, as nearly all are.</summary>
    private static bool AreMerged(IReadOnlyList<Bound> bounds)
    {
        for (var one = 0; one < bounds.Count; one++)
        {
            if (bounds[one] is not { Units: null, Sources: null, MinShare: null })
            {
                return false;
            }

            for (var other = 0; other < one; other++)
            {
                if (bounds[one].Measure == bounds[other].Measure && bounds[one].MinLevel == bounds[other].MinLevel && bounds[one].MaxLevel == bounds[other].MaxLevel)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private Constraint ConstraintOf(int index, CompiledNode node, Bound bound, Share? share, bool madeByCompiler = false)
    {
        var listed = bound.Units?.Select(key => localOf.GetValueOrDefault(table.NumberOf(key), -1)).ToHashSet();
        return new Constraint
        {
            Index = index,
            Node = node.Index,
            Lane = laneCount++,
            Measure = bound.Measure,
            Min = share is null ? (bound.Min > 0 ? bound.Min.Value : Constraint.NoMin) : 0,
            Max = share is null ? bound.Max ?? Constraint.NoMax : Constraint.NoMax,
            Share = share,
            PassingUnits = [.. units.Select((number, local) => Passes(table.Units[number], bound) && listed?.Contains(local) != false)],
            SourceMask = bound.Sources?.Aggregate(0, (mask, source) => mask | 1 << (int)source) ?? AllSources,
            SeesClips = share is null && bound.Measure == BoundMeasure.Credits && bound.IsUnfiltered,
            Source = madeByCompiler ? null : bound,
        };
    }

    private static bool Passes(CatalogueUnit unit, Bound bound) =>
        !(unit.Level < bound.MinLevel) && !(unit.Level > bound.MaxLevel);

    private void AddFeeders(List<Constraint> built)
    {
        foreach (var node in nodes.Where(node => node.Clip is not null))
        {
            for (var above = node.Parent; above >= 0; above = nodes[above].Parent)
            {
                foreach (var constraint in nodes[above].Constraints.Where(index => built[index].SeesClips))
                {
                    built[constraint].Feeders.Add((node.ClipLane, node.Clip!.Value));
                }
            }
        }
    }

    private CompiledBar[] BuildBars(int[][] rootSlots)
    {
        var bars = new List<CompiledBar>();
        foreach (var bar in qualification.Rule.Bars)
        {
            var members = bar.Units.Distinct().Select(key => localOf.GetValueOrDefault(table.NumberOf(key), -1))
                .Where(unit => unit >= 0 && rootSlots[unit].Length > 0).ToArray();
            if (members.Length > bar.Max)
            {
                var touched = members.SelectMany(unit => rootSlots[unit]).Select(slot => slots[slot].Step).Order().ToArray();
                bars.Add(new CompiledBar(members, bar.Max, laneCount++, touched));
            }
        }

        return [.. bars];
    }

    private CompiledDependency[] BuildDependencies(int[][] rootSlots, Dictionary<int, (int From, int To)> life)
    {
        var built = new List<CompiledDependency>();
        foreach (var dependency in qualification.Rule.Requires)
        {
            var unit = localOf.GetValueOrDefault(table.NumberOf(dependency.If), -1);
            if (unit < 0 || rootSlots[unit].Length == 0 || dependency.AnyOf.Contains(dependency.If))
            {
                continue;
            }

            var anyOf = dependency.AnyOf.Select(key => localOf.GetValueOrDefault(table.NumberOf(key), -1))
                .Where(other => other >= 0 && rootSlots[other].Length > 0).Distinct().ToArray();
            var ifSteps = rootSlots[unit].Select(slot => slots[slot].Step).ToArray();
            var anySteps = anyOf.SelectMany(other => rootSlots[other]).Select(slot => slots[slot].Step).ToArray();
            var (need, have) = (flagCount++, flagCount++);
            var lastAny = anySteps.Length == 0 ? -1 : anySteps.Max();
            life[need] = (ifSteps.Min(), Math.Max(lastAny, ifSteps.Max()));
            life[have] = (anySteps.Length == 0 ? 0 : anySteps.Min(), ifSteps.Max());
            built.Add(new CompiledDependency(unit, anyOf, need, have, lastAny));
        }

        return [.. built];
    }

    private int[] BuildUsedFlags(int[][] rootSlots, Dictionary<int, (int From, int To)> life)
    {
        var flags = new int[units.Count];
        foreach (var (unit, listed) in rootSlots.Index())
        {
            flags[unit] = -1;
            if (listed.Length > 1)
            {
                flags[unit] = flagCount++;
                life[flags[unit]] = (listed.Min(slot => slots[slot].Step), listed.Max(slot => slots[slot].Step));
            }
        }

        return flags;
    }

    private Dictionary<int, int> MonthsOf(RuleOfCombination rule)
    {
        var months = new Dictionary<int, int>();
        foreach (var limit in rule.MaxAges)
        {
            foreach (var unit in limit.Units.Select(table.NumberOf).Where(unit => unit >= 0))
            {
                months[unit] = Math.Min(limit.Months, months.GetValueOrDefault(unit, int.MaxValue));
            }
        }

        return months;
    }
}
