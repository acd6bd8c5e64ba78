using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <summary>What can fill each slot of the root tree now, and what is forbidden or asked for by branching.</summary>
internal sealed class SlotStates
{
    /// <summary>Packed cost of filling a slot: 0 by an achievement; <see cref="CostTable.Never"/> if nothing can.</summary>
    public uint[] Costs { get; private set; } = [];

    /// <summary>Level credits that a slot adds to the level minimum, apart from those that are counted in any case.</summary>
    public int[] Gains { get; private set; } = [];

    /// <summary>Whether a slot is filled in every allocation that is looked for.</summary>
    public bool[] Certain { get; private set; } = [];

    /// <summary>Which use fills a slot when it is filled; -1 for a fresh unit.</summary>
    public int[] UseOf { get; private set; } = [];

    /// <summary>How many branches want a slot empty.</summary>
    public int[] Excluded { get; private set; } = [];

    /// <summary>How many branches want a slot filled.</summary>
    public int[] Forced { get; private set; } = [];

    /// <summary>How many branches want a slot not filled by a fresh unit.</summary>
    public int[] NotFresh { get; private set; } = [];

    private int forcedCount;

    /// <summary>Makes room for a rule, with nothing forbidden.</summary>
    public void Begin(RuleLayout layout)
    {
        var count = layout.RootSlots;
        if (Costs.Length < count)
        {
            (Costs, Gains, UseOf, Certain) = (new uint[count], new int[count], new int[count], new bool[count]);
            (Excluded, Forced, NotFresh) = (new int[count], new int[count], new int[count]);
        }

        Array.Clear(Excluded, 0, count);
        Array.Clear(Forced, 0, count);
        Array.Clear(NotFresh, 0, count);
        forcedCount = 0;
    }

    /// <summary>Wants a slot filled, or (-1) no longer.</summary>
    public void Force(int slot, int change)
    {
        Forced[slot] += change;
        forcedCount += change;
    }

    /// <summary>Whether some slot at or below a node has to be filled.</summary>
    public bool IsForced(in LayoutNode node)
    {
        for (var slot = node.FirstSlot; slot < node.EndSlot && forcedCount > 0; slot++)
        {
            if (Forced[slot] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says of each slot what it costs; returns the level credits that are still to be found among the gains.</summary>
    public int Set(RuleLayout layout, UnitUses uses)
    {
        var certain = 0;
        for (var index = 0; index < layout.Nodes[0].EndNode; index++)
        {
            ref readonly var node = ref layout.Nodes[index];
            var isAll = node.IsAlwaysActive && node.Kind == LayoutKind.All;
            var isUsed = node.IsAlwaysActive && !node.IsExact && node.MaxUnits == int.MaxValue;
            for (var slot = node.FirstSlot; slot < node.FirstSlot + node.OwnSlots; slot++)
            {
                ref readonly var listed = ref layout.Slots[slot];
                var use = Excluded[slot] > 0 ? -1 : uses.Of(listed.First);
                UseOf[slot] = use;
                Costs[slot] = use >= 0 ? 0 : listed.IsAvailable && Excluded[slot] == 0 && NotFresh[slot] == 0 ? listed.Cost : CostTable.Never;
                Certain[slot] = isAll || (isUsed && use >= 0);
                var gain = listed.Level >= layout.Level ? listed.Credits : 0;
                certain += Certain[slot] ? gain : 0;
                Gains[slot] = Certain[slot] ? 0 : gain;
            }
        }

        return Math.Max(0, layout.LevelMin - certain);
    }
}
