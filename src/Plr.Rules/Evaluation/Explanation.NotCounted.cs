using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <content>Why the other achievements do not count.</content>
internal sealed partial class Explanation
{
    /// <summary>Each achievement that does not count, with one reason.</summary>
    public IReadOnlyList<NotCountedAchievement> NotCounted(UnitTable table)
    {
        var counted = filled.Select(fill => OfferOf(fill).Achievement).Where(index => index >= 0).ToHashSet();
        var countedUnits = filled.Select(fill => rule.Slots[fill.Slot].Unit).ToHashSet();
        var reasons = new List<NotCountedAchievement>();
        for (var index = 0; index < achieved.Count; index++)
        {
            if (!counted.Contains(index))
            {
                reasons.Add(ReasonFor(index, table, countedUnits));
            }
        }

        return reasons;
    }

    private NotCountedAchievement ReasonFor(int index, UnitTable table, HashSet<int> countedUnits)
    {
        var units = UnitsFor(table, achieved[index].Unit);
        if (units.Count == 0)
        {
            return Because(index, NotCountedReason.NotInRule);
        }

        if (offers.Voids[index] != VoidReason.None)
        {
            return Because(index, offers.Voids[index] == VoidReason.TooOld ? NotCountedReason.TooOld : NotCountedReason.UsedElsewhere);
        }

        var reasons = units.Select(unit => ReasonForUnit(index, unit, countedUnits)).ToList();
        return reasons.OrderByDescending(reason => reason.Reason).First();
    }

    private List<int> UnitsFor(UnitTable table, UnitKey key)
    {
        var number = table.NumberOf(key);
        var units = new List<int>();
        if (number >= 0 && rule.LocalOf.TryGetValue(number, out var direct) && rule.RootSlots[direct].Length > 0)
        {
            units.Add(direct);
        }

        foreach (var edge in number < 0 ? [] : table.CountsAs(number))
        {
            if (rule.LocalOf.TryGetValue(edge.Unit, out var local) && rule.RootSlots[local].Length > 0)
            {
                units.Add(local);
            }
        }

        return units;
    }

    private NotCountedAchievement ReasonForUnit(int index, int unit, HashSet<int> countedUnits)
    {
        if (countedUnits.Contains(unit))
        {
            return Because(index, NotCountedReason.AlreadyCounted);
        }

        var open = rule.RootSlots[unit].Where(slot => taken[rule.Slots[slot].Node]).ToList();
        if (open.Count == 0)
        {
            return Because(index, NotCountedReason.PathwayNotTaken, rule.Slots[rule.RootSlots[unit][0]].Node);
        }

        if (open.TrueForAll(slot => offers.IsTooOld(index, rule.Nodes[rule.Slots[slot].Node])))
        {
            return Because(index, NotCountedReason.TooOld, rule.Slots[open[0]].Node);
        }

        foreach (var bar in rule.BarsOf[unit].Select(bar => rule.Bars[bar]))
        {
            if (bar.Units.Count(countedUnits.Contains) >= bar.Max)
            {
                var against = bar.Units.Where(countedUnits.Contains).Select(other => (UnitKey?)rule.Facts[other].Key).FirstOrDefault();
                return Because(index, NotCountedReason.Barred) with { Against = against };
            }
        }

        foreach (var dependency in rule.Dependencies.Where(dependency => dependency.If == unit))
        {
            if (!dependency.AnyOf.Any(countedUnits.Contains))
            {
                var against = dependency.AnyOf.Select(other => (UnitKey?)rule.Facts[other].Key).FirstOrDefault();
                return Because(index, NotCountedReason.MissingDependency) with { Against = against };
            }
        }

        return OverMaximum(index, unit, open) ?? Because(index, NotCountedReason.NotNeeded, rule.Slots[open[0]].Node);
    }

    /// <summary>The first maximum that counting the unit would break, in every group that lists it; null if one has room.</summary>
    private NotCountedAchievement? OverMaximum(int index, int unit, List<int> open)
    {
        var source = offers.ByUnit[unit].FirstOrDefault(offer => offer.Achievement == index).Source;
        NotCountedAchievement? first = null;
        foreach (var slot in open)
        {
            var broken = rule.SlotAbove[slot].Select(number => rule.Constraints[number])
                .FirstOrDefault(constraint => constraint.HasMax && SumOf(constraint) + constraint.Contribution(unit, rule.Measure(unit, constraint.Measure), source) > constraint.Max);
            if (broken is null)
            {
                return null;
            }

            var filtered = broken.Source is { IsUnfiltered: false, Units: null };
            first ??= Because(index, filtered ? NotCountedReason.WrongLevel : NotCountedReason.OverMaximum, broken.Node);
        }

        return first;
    }

    private int SumOf(Constraint constraint) =>
        filled.Where(fill => IsBelow(fill.Slot, rule.Nodes[constraint.Node])).Sum(fill => Contribution(constraint, fill));

    private NotCountedAchievement Because(int index, NotCountedReason reason, int node = -1) =>
        new(index, achieved[index].Unit, reason, node < 0 ? null : rule.Nodes[node].Source.Id, null);
}
