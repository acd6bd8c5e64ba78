using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Layouts;

/// <content>Bounds, bars and dependencies.</content>
internal sealed partial class LayoutCompiler
{
    private void AddBounds(int index)
    {
        ref var node = ref nodes[index];
        node.FirstBound = bounds.Count;
        if (node.Source.Bounds.Count == 0)
        {
            node.EndBound = bounds.Count;
            return;
        }

        foreach (var bound in RuleCompiler.Merged(node.Source.Bounds))
        {
            if (bound.Min > 0 || bound.Max is not null)
            {
                Hold(ref node, BoundOf(index, bound, share: null));
            }

            if (bound.MinShare is { Numerator: > 0 } share)
            {
                bounds.Add(BoundOf(index, bound, share));
            }
        }

        node.EndBound = bounds.Count;
    }

    private LayoutBound BoundOf(int index, Bound bound, Share? share) => new()
    {
        Node = index,
        Measure = bound.Measure,
        Min = share is null ? (bound.Min > 0 ? bound.Min.Value : Constraint.NoMin) : 0,
        Max = share is null ? bound.Max ?? Constraint.NoMax : Constraint.NoMax,
        Share = share,
        Passing = PassingSlots(nodes[index], bound),
        SourceMask = bound.Sources?.Aggregate(0, (mask, source) => mask | 1 << (int)source) ?? RuleLayout.AllSources,
        SeesClips = share is null && bound.Measure == BoundMeasure.Credits && bound.IsUnfiltered,
        Source = bound,
    };

    private bool[]? PassingSlots(in LayoutNode node, Bound bound)
    {
        if (bound.MinLevel is null && bound.MaxLevel is null && bound.Units is null)
        {
            return null;
        }

        var listed = bound.Units?.Select(table.NumberOf).ToHashSet();
        var passing = new bool[node.EndSlot - node.FirstSlot];
        for (var place = 0; place < passing.Length; place++)
        {
            var slot = slots[node.FirstSlot + place];
            passing[place] = !(slot.Level < bound.MinLevel) && !(slot.Level > bound.MaxLevel) && listed?.Contains(slot.Unit) != false;
        }

        return passing;
    }

    /// <summary>Bounds that the tables of costs keep: credits of a node, and the number of units of a pool.</summary>
    private void Hold(ref LayoutNode node, LayoutBound bound)
    {
        bounds.Add(bound);
        if (!bound.Source.IsUnfiltered || node.Tree > 0)
        {
            return;
        }

        if (bound.Measure == BoundMeasure.Credits)
        {
            bound.IsHeld = true;
            node.Min = Math.Max(node.Min, bound.Min);
            node.Max = Math.Min(node.Max, bound.Max);
        }
        else if (bound.Measure == BoundMeasure.Units && node.Kind == LayoutKind.Pool)
        {
            bound.IsHeld = true;
            node.MinUnits = Math.Max(node.MinUnits, bound.Min);
            node.MaxUnits = Math.Min(node.MaxUnits, bound.Max);
        }
    }

    /// <summary>The first minimum of credits at or above a level over the whole rule.</summary>
    private LayoutBound? HoldLevel()
    {
        for (var index = nodes[0].FirstBound; index < nodes[0].EndBound; index++)
        {
            var bound = bounds[index];
            if (bound is { Measure: BoundMeasure.Credits, Share: null, HasMin: true, HasMax: false, HasAllSources: true, Min: <= MaxCap, Source: { MinLevel: not null, MaxLevel: null, Units: null } })
            {
                bound.IsHeld = true;
                return bound;
            }
        }

        return null;
    }

    /// <summary>How far sums have to be known in each node; returns the largest.</summary>
    private int SetCaps()
    {
        var largest = 0;
        for (var index = 0; index < nodeCount && nodes[index].Tree == 0; index++)
        {
            ref var node = ref nodes[index];
            var (aboveIsExact, aboveCap) = node.Parent < 0 ? (false, 0) : (nodes[node.Parent].IsExact, nodes[node.Parent].Cap);
            node.IsExact = aboveIsExact || node.Max != int.MaxValue;
            // What a clip hides from above is not limited from above.
            node.Cap = !node.IsExact ? Math.Max(node.Min, Math.Min(node.Clip, aboveCap))
                : Math.Min(node.Max, aboveIsExact && node.Clip == int.MaxValue ? aboveCap : Potential(node));
            largest = Math.Max(largest, node.Cap);
        }

        return largest;
    }

    private int Potential(in LayoutNode node)
    {
        var sum = 0;
        for (var slot = node.FirstSlot; slot < node.EndSlot; slot++)
        {
            sum += slots[slot].Credits;
        }

        return sum;
    }

    private LayoutBar[] Bars()
    {
        var bars = new List<LayoutBar>();
        foreach (var bar in rule.Bars)
        {
            int[] members = [.. bar.Units.Distinct().Select(RootSlotOf).Where(slot => slot >= 0)];
            if (members.Length > bar.Max)
            {
                bars.Add(new LayoutBar(members, bar.Max));
            }
        }

        return [.. bars];
    }

    private LayoutDependency[] Dependencies()
    {
        var dependencies = new List<LayoutDependency>();
        foreach (var dependency in rule.Requires)
        {
            if (RootSlotOf(dependency.If) is >= 0 and var unit && !dependency.AnyOf.Contains(dependency.If))
            {
                dependencies.Add(new LayoutDependency(unit, [.. dependency.AnyOf.Select(RootSlotOf).Where(slot => slot >= 0).Distinct()]));
            }
        }

        return [.. dependencies];
    }

    private int RootSlotOf(UnitKey unit) => table.NumberOf(unit) is >= 0 and var number ? FirstSlotOf(number) : -1;
}
