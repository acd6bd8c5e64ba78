using System.Runtime.InteropServices;
using Plr.Domain.Combination;
using Plr.Rules.Direct;
using Plr.Rules.Layouts;
using LayoutKind = Plr.Rules.Layouts.LayoutKind;

namespace Plr.Rules.Evaluation;

/// <summary>Reads an allocation back in the words of the rule.</summary>
internal sealed partial class Explanation
{
    private readonly RuleLayout layout;
    private readonly LearnerUnits learner;
    private readonly UnitUses uses;
    private readonly SlotFill[] filled;
    private readonly bool[] taken;
    private readonly int[] achieved;
    private readonly int? wholeLevel;

    /// <param name="filled">What fills each slot of the root tree.</param>
    public Explanation(RuleLayout layout, LearnerUnits learner, UnitUses uses, SlotFill[] filled)
    {
        (this.layout, this.learner, this.uses, this.filled) = (layout, learner, uses, filled);
        taken = Taken();
        achieved = Achieved();
        wholeLevel = LevelOf(layout.Nodes[0]);
    }

    /// <summary>The units counted, in the order of the rule.</summary>
    public CountedUnit[] Counted()
    {
        var count = 0;
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            count += filled[slot].IsEmpty ? 0 : 1;
        }

        var counted = new CountedUnit[count];
        for (var slot = layout.RootSlots - 1; slot >= 0; slot--)
        {
            if (!filled[slot].IsEmpty)
            {
                counted[--count] = CountedOf(layout.Slots[slot], filled[slot]);
            }
        }

        return counted;
    }

    private CountedUnit CountedOf(in LayoutSlot slot, SlotFill fill) => new(
        slot.Key, layout.Nodes[slot.Node].Source.Id, fill.IsFresh ? null : fill.Achievement, fill.Source,
        fill.Equivalent ? learner.Achieved[fill.Achievement].Unit : (UnitKey?)null, slot.Credits, slot.Level, slot.Hours);

    /// <summary>Which nodes the allocation uses. A choice with nothing counted below is not taken, unless it has to be.</summary>
    private bool[] Taken()
    {
        var active = new bool[layout.Nodes.Length];
        for (var index = 0; index < active.Length; index++)
        {
            ref readonly var node = ref layout.Nodes[index];
            active[index] = node.Parent < 0
                || (active[node.Parent] && (layout.Nodes[node.Parent].Kind != LayoutKind.Choose || node.Tree > 0 || IsUsed(node)));
        }

        return active;
    }

    private bool IsUsed(in LayoutNode node)
    {
        for (var slot = node.FirstSlot; slot < node.EndSlot; slot++)
        {
            if (!filled[slot].IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every node with what was achieved and counts there, parents before children.</summary>
    public NodeVerdict[] Nodes()
    {
        var verdicts = new NodeVerdict[layout.Nodes.Length];
        for (var node = verdicts.Length - 1; node >= 0; node--)
        {
            verdicts[node] = VerdictOf(node, verdicts);
        }

        return verdicts;
    }

    private NodeVerdict VerdictOf(int index, NodeVerdict[] below)
    {
        ref readonly var node = ref layout.Nodes[index];
        var level = LevelOf(node) ?? wholeLevel;
        var (credits, atLevel, units, hours) = (0, 0, 0, 0);
        foreach (var place in AchievedIn(node))
        {
            ref readonly var slot = ref layout.Slots[place];
            (credits, units, hours) = (credits + slot.Credits, units + 1, hours + slot.Hours);
            atLevel += slot.Level >= level ? slot.Credits : 0;
        }

        var missing = MissingOf(index, node, units);
        return new NodeVerdict(
            node.Source.Id, node.Tree, taken[index], missing.Length == 0 && ChildrenMet(index, node, below),
            credits, level is null ? null : atLevel, level, units, hours, missing);
    }

    private static int? LevelOf(in LayoutNode node) => node.Level == LayoutNode.NoLevel ? null : node.Level;

    private bool ChildrenMet(int index, in LayoutNode node, NodeVerdict[] below)
    {
        var (met, all) = (0, true);
        for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode)
        {
            met += below[child].IsMet ? 1 : 0;
            all &= below[child].IsMet || (node.Kind == LayoutKind.Choose && (!taken[child] || node.Tree > 0));
        }

        return all && (node.Kind != LayoutKind.Choose || met >= node.MinActive);
    }

    /// <summary>The slots of the root tree that something achieved fills: few of many, and asked for by every node and bound.</summary>
    private int[] Achieved()
    {
        var count = 0;
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            count += filled[slot].IsAchieved ? 1 : 0;
        }

        var places = new int[count];
        for (var slot = layout.RootSlots - 1; count > 0; slot--)
        {
            if (filled[slot].IsAchieved)
            {
                places[--count] = slot;
            }
        }

        return places;
    }

    /// <summary>The places of a node where something achieved counts.</summary>
    private ReadOnlySpan<int> AchievedIn(in LayoutNode node)
    {
        if (node.Tree > 0)
        {
            var places = new List<int>();
            for (var place = node.FirstSlot; place < node.EndSlot; place++)
            {
                if (FillAt(node, place).IsAchieved)
                {
                    places.Add(place);
                }
            }

            return CollectionsMarshal.AsSpan(places);
        }

        var first = 0;
        while (first < achieved.Length && achieved[first] < node.FirstSlot)
        {
            first++;
        }

        var end = first;
        while (end < achieved.Length && achieved[end] < node.EndSlot)
        {
            end++;
        }

        return achieved.AsSpan(first, end - first);
    }

    /// <summary>What is counted at a place of a node. What fills an overlay is not part of the allocation; what could is shown, once.</summary>
    private SlotFill FillAt(in LayoutNode node, int place)
    {
        if (node.Tree == 0)
        {
            return filled[place];
        }

        for (var earlier = node.FirstSlot; node.ListsTwice && earlier < place; earlier++)
        {
            if (layout.Slots[earlier].Unit == layout.Slots[place].Unit)
            {
                return SlotFill.Empty;
            }
        }

        return FillOf(layout.Slots[place].First);
    }

    /// <summary>What a unit is counted through.</summary>
    private SlotFill FillOf(int first)
    {
        for (var slot = first; slot >= 0; slot = layout.Slots[slot].Next)
        {
            if (!filled[slot].IsEmpty)
            {
                return filled[slot];
            }
        }

        return SlotFill.Empty;
    }

    private Shortfall[] MissingOf(int index, in LayoutNode node, int units)
    {
        List<Shortfall>? missing = null;
        if (node.Kind == LayoutKind.All && units < node.OwnSlots)
        {
            (missing ??= []).Add(new Shortfall(null, BoundMeasure.Units, node.OwnSlots - units));
        }

        for (var at = node.FirstBound; at < node.EndBound; at++)
        {
            var bound = layout.Bounds[at];
            var sum = !bound.HasMin ? 0 : bound.SeesClips && layout.HasClips && node.Tree == 0 ? ClippedBelow(index) : SumOf(bound, node, withFresh: false);
            if (bound.HasMin && sum < bound.Min)
            {
                var lacking = bound.Share is null ? bound.Min - sum : (-sum + bound.Share.Denominator - 1) / bound.Share.Denominator;
                (missing ??= []).Add(new Shortfall(bound.Source, bound.Measure, lacking));
            }
        }

        return missing?.ToArray() ?? [];
    }

    private int SumOf(LayoutBound bound, in LayoutNode node, bool withFresh)
    {
        var sum = 0;
        foreach (var place in AchievedIn(node))
        {
            sum += bound.Contribution(layout.Slots[place], place - node.FirstSlot, FillAt(node, place).Source);
        }

        for (var place = node.FirstSlot; place < node.EndSlot && withFresh; place++)
        {
            var fill = FillAt(node, place);
            sum += fill.IsFresh ? bound.Contribution(layout.Slots[place], place - node.FirstSlot, fill.Source) : 0;
        }

        return sum;
    }

    private int ClippedBelow(int index)
    {
        ref readonly var node = ref layout.Nodes[index];
        var sum = 0;
        for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
        {
            sum += filled[slot].IsAchieved ? layout.Slots[slot].Credits : 0;
        }

        for (var child = index + 1; child < node.EndNode; child = layout.Nodes[child].EndNode)
        {
            sum += Math.Min(layout.Nodes[child].Clip, ClippedBelow(child));
        }

        return sum;
    }
}
