using Plr.Domain.Combination;
using Plr.Rules.Direct;
using Plr.Rules.Layouts;

namespace Plr.Rules.Evaluation;

/// <content>Why the other achievements do not count.</content>
internal sealed partial class Explanation
{
    /// <summary>Each achievement that does not count, with one reason.</summary>
    public NotCountedAchievement[] NotCounted()
    {
        var achieved = learner.Achieved.Count;
        var counted = new bool[achieved];
        var left = achieved;
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            if (filled[slot].IsAchieved && !counted[filled[slot].Achievement])
            {
                counted[filled[slot].Achievement] = true;
                left--;
            }
        }

        var reasons = new NotCountedAchievement[left];
        var (at, use) = (0, 0);
        for (var index = 0; index < achieved; index++)
        {
            var first = use;
            while (use < learner.Uses.Length && learner.Uses[use].Achievement == index)
            {
                use++;
            }

            if (!counted[index])
            {
                reasons[at++] = ReasonFor(index, learner.Uses[first..use]);
            }
        }

        return reasons;
    }

    /// <summary>Of the reasons for the units that it could count as, the one that comes nearest to counting.</summary>
    private NotCountedAchievement ReasonFor(int index, ReadOnlySpan<LearnerUse> couldBe)
    {
        NotCountedAchievement? nearest = null;
        foreach (ref readonly var use in couldBe)
        {
            var first = layout.SlotOf(use.Unit);
            if (first < 0)
            {
                continue;
            }

            if (uses.VoidOf(index) is not VoidReason.None and var reason)
            {
                return Because(index, reason == VoidReason.TooOld ? NotCountedReason.TooOld : NotCountedReason.UsedElsewhere);
            }

            var found = ReasonForUnit(index, first);
            nearest = nearest is null || found.Reason > nearest.Reason ? found : nearest;
        }

        return nearest ?? Because(index, NotCountedReason.NotInRule);
    }

    private bool IsCounted(int first) => !FillOf(first).IsEmpty;

    private NotCountedAchievement ReasonForUnit(int index, int unit)
    {
        if (IsCounted(unit))
        {
            return Because(index, NotCountedReason.AlreadyCounted);
        }

        var open = NextOpen(unit);
        if (open < 0)
        {
            return Because(index, NotCountedReason.PathwayNotTaken, layout.Slots[unit].Node);
        }

        return TooOldThere(index, open) ?? Barred(index, unit) ?? MissingDependency(index, unit)
            ?? OverMaximum(index, unit, open) ?? Because(index, NotCountedReason.NotNeeded, layout.Slots[open].Node);
    }

    /// <summary>A slot of the unit in a part that is taken, at or after one; -1 if there is none.</summary>
    private int NextOpen(int slot)
    {
        while (slot >= 0 && !taken[layout.Slots[slot].Node])
        {
            slot = layout.Slots[slot].Next;
        }

        return slot;
    }

    /// <summary>Groups of other credit have ages of their own; null if one that is taken has no such age, or a longer one.</summary>
    private NotCountedAchievement? TooOldThere(int index, int open)
    {
        for (var slot = open; slot >= 0; slot = NextOpen(layout.Slots[slot].Next))
        {
            if (layout.Nodes[layout.Slots[slot].Node].Source is not RuleNode.OtherCredit { AchievedWithinMonths: { } months }
                || learner.Achieved[index].Awarded is not { } awarded || !OfferTable.IsOlder(awarded, months, learner.AsOf))
            {
                return null;
            }
        }

        return Because(index, NotCountedReason.TooOld, layout.Slots[open].Node);
    }

    private NotCountedAchievement? Barred(int index, int unit)
    {
        foreach (var bar in layout.Bars)
        {
            if (bar.Units.AsSpan().Contains(unit) && bar.Units.Count(IsCounted) >= bar.Max)
            {
                return Because(index, NotCountedReason.Barred) with { Against = KeyOf(Array.Find(bar.Units, IsCounted), bar.Units.Any(IsCounted)) };
            }
        }

        return null;
    }

    private NotCountedAchievement? MissingDependency(int index, int unit)
    {
        foreach (var dependency in layout.Dependencies)
        {
            if (dependency.If == unit && !dependency.AnyOf.Any(IsCounted))
            {
                return Because(index, NotCountedReason.MissingDependency) with { Against = KeyOf(dependency.AnyOf.FirstOrDefault(), dependency.AnyOf.Length > 0) };
            }
        }

        return null;
    }

    private UnitKey? KeyOf(int first, bool isThere) => isThere ? layout.Slots[first].Key : (UnitKey?)null;

    /// <summary>The first maximum that counting the unit would break, in every group that lists it; null if one has room.</summary>
    private NotCountedAchievement? OverMaximum(int index, int unit, int open)
    {
        var source = SourceOf(index, unit);
        NotCountedAchievement? first = null;
        for (; open >= 0; open = NextOpen(layout.Slots[open].Next))
        {
            if (BrokenBy(open, source) is not { } broken)
            {
                return null;
            }

            var filtered = broken.Source is { IsUnfiltered: false, Units: null };
            first ??= Because(index, filtered ? NotCountedReason.WrongLevel : NotCountedReason.OverMaximum, broken.Node);
        }

        return first;
    }

    private LayoutBound? BrokenBy(int slot, CreditSource source)
    {
        for (var index = layout.Slots[slot].Node; index >= 0; index = layout.Nodes[index].Parent)
        {
            ref readonly var node = ref layout.Nodes[index];
            for (var at = node.FirstBound; at < node.EndBound; at++)
            {
                var bound = layout.Bounds[at];
                if (bound.HasMax && SumOf(bound, node, withFresh: true) + bound.Contribution(layout.Slots[slot], slot - node.FirstSlot, source) > bound.Max)
                {
                    return bound;
                }
            }
        }

        return null;
    }

    private CreditSource SourceOf(int index, int unit)
    {
        for (var use = uses.FirstOf(unit); use >= 0; use = uses[use].Next)
        {
            if (uses[use].Achievement == index)
            {
                return uses[use].Source;
            }
        }

        return CreditSource.Own;
    }

    private NotCountedAchievement Because(int index, NotCountedReason reason, int node = -1) =>
        new(index, learner.Achieved[index].Unit, reason, node < 0 ? null : layout.Nodes[node].Source.Id, null);
}
