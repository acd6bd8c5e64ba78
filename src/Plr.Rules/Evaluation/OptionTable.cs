using System.Runtime.InteropServices;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>All ways to decide each slot of the root tree, for one learner.</summary>
internal sealed class OptionTable
{
    private const int MaxOptionsOfSlot = 60_000;
    private const int MaxOptions = 500_000;

    private readonly CompiledRule rule;
    private readonly OfferTable offers;
    private readonly int flagBase;
    private readonly List<StateOperation> operations = [];
    private readonly List<SlotOption> options = [];
    private readonly (int First, int Count)[] bySlot;
    private int firstOfSlot;

    public OptionTable(CompiledRule rule, OfferTable offers)
    {
        (this.rule, this.offers) = (rule, offers);
        flagBase = rule.LaneCount;
        bySlot = new (int First, int Count)[rule.Slots.Length];
        foreach (var step in rule.Steps)
        {
            if (step.Kind == StepKind.Slot)
            {
                Build(step.Slot);
            }
        }
    }

    /// <summary>Whether there are too many ways to place units in overlays; then the table is not whole.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>The options of a slot, in the order they are preferred among equals.</summary>
    public ReadOnlySpan<SlotOption> Of(int slot) => CollectionsMarshal.AsSpan(options).Slice(bySlot[slot].First, bySlot[slot].Count);

    /// <summary>The operations of an option.</summary>
    public ReadOnlySpan<StateOperation> Of(in SlotOption option) =>
        CollectionsMarshal.AsSpan(operations).Slice(option.First, option.Count);

    /// <summary>Lane and mask of a flag.</summary>
    public (int Lane, int Mask) Flag(int flag) => (flagBase + flag / 32, unchecked(1 << flag % 32));

    private void Build(int index)
    {
        var slot = rule.Slots[index];
        var first = firstOfSlot = options.Count;
        var mandatory = rule.Nodes[slot.Node].IsAll;
        foreach (var (number, offer) in offers.ByUnit[slot.Unit].Index())
        {
            if (offers.IsTooOld(offer.Achievement, rule.Nodes[slot.Node]))
            {
                continue;
            }

            var placement = new int[rule.OverlaySlots.Length];
            AddPlacements(index, number, offer, placement, overlay: 0);
            mandatory |= !offer.IsFresh && offer.Flag < 0 && NeverHurts(slot);
        }

        if (!mandatory)
        {
            options.Add(new SlotOption(0, -1, operations.Count, 0));
        }

        bySlot[index] = (first, options.Count - first);
    }

    private void AddPlacements(int slot, int number, Offer offer, int[] placement, int overlay)
    {
        if (options.Count >= MaxOptions || options.Count - firstOfSlot >= MaxOptionsOfSlot)
        {
            IsTooLarge = true;
            return;
        }

        if (overlay == placement.Length)
        {
            AddOption(slot, number, offer, placement);
            return;
        }

        var unit = rule.Slots[slot].Unit;
        foreach (var place in rule.OverlaySlots[overlay][unit])
        {
            if (!offers.IsTooOld(offer.Achievement, rule.Nodes[rule.Slots[place].Node]))
            {
                placement[overlay] = place;
                AddPlacements(slot, number, offer, placement, overlay + 1);
            }
        }

        placement[overlay] = -1;
        AddPlacements(slot, number, offer, placement, overlay + 1);
    }

    private void AddOption(int slot, int number, Offer offer, int[] placement)
    {
        var unit = rule.Slots[slot].Unit;
        var first = operations.Count;
        foreach (var place in placement)
        {
            if (place >= 0 && rule.Nodes[rule.Slots[place].Node].ActiveFlag is >= 0 and var active)
            {
                AddFlag(OperationKind.Active, active);
            }
        }

        if (offer.Flag >= 0)
        {
            AddFlag(OperationKind.Take, offer.Flag);
        }

        if (rule.UsedFlag[unit] >= 0)
        {
            AddFlag(OperationKind.Take, rule.UsedFlag[unit]);
        }

        AddConditions(unit);
        AddSums(slot, offer.Source);
        foreach (var place in placement)
        {
            if (place >= 0)
            {
                AddSums(place, offer.Source);
            }
        }

        var facts = rule.Facts[unit];
        var cost = offer.IsFresh ? RemainingWork.Pack(facts.Credits, 1, facts.GuidedLearningHours) : 0;
        options.Add(new SlotOption(cost, number, first, operations.Count - first));
    }

    private void AddFlag(OperationKind kind, int flag)
    {
        var (lane, mask) = Flag(flag);
        operations.Add(new StateOperation(kind, lane, mask));
    }

    private void AddConditions(int unit)
    {
        foreach (var bar in rule.BarsOf[unit])
        {
            operations.Add(new StateOperation(OperationKind.Bar, rule.Bars[bar].Lane, rule.Bars[bar].Max));
        }

        foreach (var (index, dependency) in rule.Dependencies.Index())
        {
            if (dependency.AnyOf.Contains(unit))
            {
                operations.Add(new StateOperation(OperationKind.Have, index, 0));
            }

            if (dependency.If == unit)
            {
                operations.Add(new StateOperation(OperationKind.Need, index, 0));
            }
        }
    }

    private void AddSums(int slot, CreditSource source)
    {
        var unit = rule.Slots[slot].Unit;
        foreach (var index in rule.SlotDirect[slot])
        {
            var constraint = rule.Constraints[index];
            var added = constraint.Contribution(unit, rule.Measure(unit, constraint.Measure), source);
            if (added != 0)
            {
                operations.Add(new StateOperation(OperationKind.Add, constraint.Lane, added));
            }
        }

        if (rule.SlotClipLane[slot] >= 0 && rule.Facts[unit].Credits > 0)
        {
            operations.Add(new StateOperation(OperationKind.Add, rule.SlotClipLane[slot], rule.Facts[unit].Credits));
        }
    }

    /// <summary>Whether counting the unit here for nothing can never spoil anything, so that it may as well be counted.</summary>
    private bool NeverHurts(Slot slot) =>
        rule.RootSlots[slot.Unit].Length == 1
        && rule.BarsOf[slot.Unit].Length == 0
        && !rule.Dependencies.Any(dependency => dependency.If == slot.Unit)
        && rule.SlotAbove[rule.RootSlots[slot.Unit][0]].All(index => !Limits(rule.Constraints[index], slot.Unit));

    private bool Limits(Constraint constraint, int unit) =>
        (constraint.HasMax && constraint.PassingUnits[unit] && rule.Measure(unit, constraint.Measure) > 0) || constraint.Share is not null;
}
