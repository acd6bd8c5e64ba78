using Plr.Domain.Combination;
using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <summary>Holds an allocation against the conditions that tables forget; of the first that is broken, says what else could be done.</summary>
/// <remarks>The ways are complete: every allocation that keeps the condition goes one of them. What is listed first stays, so ways that leave out what comes later are tried first.</remarks>
internal sealed partial class WitnessCheck(UnitUses uses, SlotStates slots)
{
    /// <summary>The most ways that are looked at.</summary>
    public const int MaxWays = 128;

    private readonly Way[] ways = new Way[MaxWays];
    private RuleLayout layout = null!; // Set by Keeps.
    private bool[] filled = [];
    private int count;
    private bool isComplete;

    /// <summary>The ways to keep the condition that was broken; empty if it can't be kept, or nobody knows how.</summary>
    public ReadOnlySpan<Way> Ways => ways.AsSpan(0, count);

    /// <summary>Whether the ways are all there are.</summary>
    public bool CanBranch => isComplete;

    /// <summary>Whether an allocation keeps every condition of the rule that tables forget.</summary>
    public bool Keeps(RuleLayout of, bool[] allocation)
    {
        (layout, filled, count, isComplete) = (of, allocation, 0, true);
        return (!layout.HasDoubles || KeepsDoubles())
            && (!uses.HasShared || KeepsShared())
            && KeepsBars()
            && KeepsDependencies()
            && KeepsSideBounds()
            && (!layout.HasOverlays || KeepsOverlays());
    }

    private void Add(WayKind kind, int at, int sources = 0)
    {
        if (count == MaxWays)
        {
            isComplete = false;
            return;
        }

        ways[count++] = new Way(kind, at, sources);
    }

    private bool NobodyKnows()
    {
        isComplete = false;
        return false;
    }

    private bool IsCounted(int first)
    {
        for (var slot = first; slot >= 0; slot = layout.Slots[slot].Next)
        {
            if (filled[slot])
            {
                return true;
            }
        }

        return false;
    }

    private void FillUnit(int first)
    {
        for (var slot = first; slot >= 0; slot = layout.Slots[slot].Next)
        {
            Add(WayKind.FillSlot, slot);
        }
    }

    private bool KeepsDoubles()
    {
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            for (var other = filled[slot] ? layout.Slots[slot].Next : -1; other >= 0; other = layout.Slots[other].Next)
            {
                if (filled[other])
                {
                    Add(WayKind.LeaveSlot, other);
                    Add(WayKind.LeaveSlot, slot);
                    return false;
                }
            }
        }

        return true;
    }

    private bool KeepsShared()
    {
        var all = uses.All;
        for (var use = 1; use < all.Length; use++)
        {
            for (var other = use - 1; other >= 0 && all[other].Achievement == all[use].Achievement; other--)
            {
                if (!all[use].Many && !all[other].Many && IsMade(use) && IsMade(other))
                {
                    Add(WayKind.AvoidUse, use);
                    Add(WayKind.AvoidUse, other);
                    return false;
                }
            }
        }

        return true;
    }

    private bool IsMade(int use)
    {
        for (var slot = uses[use].Slot; slot >= 0; slot = layout.Slots[slot].Next)
        {
            if (filled[slot] && slots.UseOf[slot] == use)
            {
                return true;
            }
        }

        return false;
    }

    private bool KeepsBars()
    {
        foreach (var bar in layout.Bars)
        {
            count = 0;
            for (var member = bar.Units.Length - 1; member >= 0; member--)
            {
                if (count <= bar.Max && IsCounted(bar.Units[member]))
                {
                    Add(WayKind.LeaveUnit, bar.Units[member]);
                }
            }

            if (count > bar.Max)
            {
                return false;
            }
        }

        count = 0;
        return true;
    }

    private bool KeepsDependencies()
    {
        foreach (var dependency in layout.Dependencies)
        {
            if (!IsCounted(dependency.If) || Array.Exists(dependency.AnyOf, IsCounted))
            {
                continue;
            }

            Add(WayKind.LeaveUnit, dependency.If);
            foreach (var unit in dependency.AnyOf)
            {
                FillUnit(unit);
            }

            return false;
        }

        return true;
    }

    private CreditSource SourceOf(int slot) => slots.UseOf[slot] is >= 0 and var use ? uses[use].Source : CreditSource.Fresh;

    private bool KeepsSideBounds()
    {
        foreach (var bound in layout.SideBounds)
        {
            ref readonly var node = ref layout.Nodes[bound.Node];
            var sum = 0;
            for (var slot = node.FirstSlot; slot < node.EndSlot; slot++)
            {
                if (filled[slot])
                {
                    sum += bound.Contribution(layout.Slots[slot], slot - node.FirstSlot, SourceOf(slot));
                }
            }

            if (bound.HasMax && sum > bound.Max)
            {
                return WaysWithin(bound, node, lacks: false);
            }

            if (bound.HasMin && sum < bound.Min && !IsLeftAlone(bound.Node))
            {
                // A choice could also be left alone, and there is no way that says so.
                return node.IsAlwaysActive ? WaysWithin(bound, node, lacks: true) : NobodyKnows();
            }
        }

        return true;
    }

    /// <summary>Whether a node is in a choice that nothing is counted in, and enough others are taken.</summary>
    private bool IsLeftAlone(int index)
    {
        for (var parent = layout.Nodes[index].Parent; parent >= 0; (index, parent) = (parent, layout.Nodes[parent].Parent))
        {
            if (layout.Nodes[parent].Kind == LayoutKind.Choose && !IsUsed(layout.Nodes[index]))
            {
                var taken = 0;
                for (var child = parent + 1; child < layout.Nodes[parent].EndNode; child = layout.Nodes[child].EndNode)
                {
                    taken += IsUsed(layout.Nodes[child]) ? 1 : 0;
                }

                return taken >= layout.Nodes[parent].MinActive;
            }
        }

        return false;
    }

    private bool IsUsed(in LayoutNode node) => filled.AsSpan(node.FirstSlot, node.EndSlot - node.FirstSlot).Contains(true);

    /// <summary>More has to be filled that adds, or less of what takes away, or the other way round.</summary>
    private bool WaysWithin(LayoutBound bound, in LayoutNode node, bool lacks)
    {
        if (!bound.HasAllSources)
        {
            return lacks || bound.Share is not null ? NobodyKnows() : WaysFromOtherSources(bound, node);
        }

        for (var slot = node.FirstSlot; slot < node.EndSlot; slot++)
        {
            var added = bound.Contribution(layout.Slots[slot], slot - node.FirstSlot, CreditSource.Fresh);
            if (filled[slot] && (lacks ? added < 0 : added > 0))
            {
                Add(WayKind.LeaveSlot, slot);
            }
            else if (!filled[slot] && (lacks ? added > 0 : added < 0))
            {
                Add(WayKind.FillSlot, slot);
            }
        }

        return false;
    }

    private bool WaysFromOtherSources(LayoutBound bound, in LayoutNode node)
    {
        for (var slot = node.FirstSlot; slot < node.EndSlot; slot++)
        {
            if (filled[slot] && bound.Contribution(layout.Slots[slot], slot - node.FirstSlot, SourceOf(slot)) > 0)
            {
                // Elsewhere the unit may count from these sources, so a unit listed twice is another matter.
                if (layout.Slots[layout.Slots[slot].First].Next >= 0)
                {
                    return NobodyKnows();
                }

                Add(WayKind.AvoidSources, slot, bound.SourceMask);
            }
        }

        return false;
    }
}
