using Plr.Domain.Combination;
using Plr.Rules.Evaluation;
using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <summary>How a learner's achievements can count in one rule: a chain of uses for each unit, the least entangled first.</summary>
internal sealed class UnitUses
{
    private UnitUse[] uses = new UnitUse[64];
    private int[] heads = [];
    private VoidReason[] voids = [];
    private bool hasVoids;
    private int count;

    /// <summary>Whether some achievement could count as one of several units of the rule, but only once.</summary>
    public bool HasShared { get; private set; }

    public ReadOnlySpan<UnitUse> All => uses.AsSpan(0, count);

    public ref UnitUse this[int use] => ref uses[use];

    /// <summary>What makes an achievement void for the rule.</summary>
    public VoidReason VoidOf(int achievement) => hasVoids ? voids[achievement] : VoidReason.None;

    /// <summary>The best use of a unit that is not banned, or -1.</summary>
    /// <param name="first">The unit's first slot.</param>
    public int Of(int first)
    {
        var use = heads[first];
        while (use >= 0 && uses[use].Bans > 0)
        {
            use = uses[use].Next;
        }

        return use;
    }

    /// <summary>The best use of a unit, banned or not; -1 if it has none.</summary>
    public int FirstOf(int first) => heads[first];

    /// <summary>Finds the uses that a rule has for a learner's achievements.</summary>
    public void Match(RuleLayout layout, LearnerUnits learner)
    {
        (count, HasShared) = (0, false);
        if (heads.Length < layout.RootSlots)
        {
            heads = new int[layout.RootSlots];
        }

        Array.Fill(heads, -1, 0, layout.RootSlots);
        FindVoids(layout, learner);
        foreach (ref readonly var use in learner.Uses)
        {
            var slot = layout.SlotOf(use.Unit);
            if (slot >= 0 && VoidOf(use.Achievement) == VoidReason.None)
            {
                Add(new UnitUse { Slot = slot, Achievement = use.Achievement, Source = use.Source, Many = use.Many, Equivalent = use.Equivalent, Next = -1 });
            }
        }

        MarkShared();
        for (var use = 0; use < count; use++)
        {
            Chain(use);
        }
    }

    private void Add(UnitUse use)
    {
        if (count == uses.Length)
        {
            Array.Resize(ref uses, count * 2);
        }

        uses[count++] = use;
    }

    /// <summary>Uses of one achievement stand together.</summary>
    private void MarkShared()
    {
        for (var use = 1; use < count; use++)
        {
            for (var other = use - 1; other >= 0 && uses[other].Achievement == uses[use].Achievement; other--)
            {
                if (!uses[use].Many && !uses[other].Many && uses[use].Slot != uses[other].Slot)
                {
                    uses[use].Shared = uses[other].Shared = HasShared = true;
                }
            }
        }
    }

    private void Chain(int use)
    {
        ref var link = ref heads[uses[use].Slot];
        while (link >= 0 && uses[link].Entanglement <= uses[use].Entanglement)
        {
            link = ref uses[link].Next;
        }

        uses[use].Next = link;
        link = use;
    }

    private void FindVoids(RuleLayout layout, LearnerUnits learner)
    {
        hasVoids = layout.HasConditions;
        if (!hasVoids)
        {
            return;
        }

        if (voids.Length < learner.Achieved.Count)
        {
            voids = new VoidReason[learner.Achieved.Count];
        }

        Array.Clear(voids);
        foreach (ref readonly var use in learner.Uses)
        {
            if (!use.Equivalent)
            {
                voids[use.Achievement] = VoidReasonOf(layout, use.Achieved, learner.Achieved[use.Achievement], learner.AsOf);
            }
        }
    }

    private static VoidReason VoidReasonOf(RuleLayout layout, int unit, AchievedUnit achieved, DateOnly asOf)
    {
        for (var number = 0; number < achieved.UsedIn.Count && layout.Source.ExcludeUsedIn.Count > 0; number++)
        {
            if (layout.Source.ExcludeUsedIn.Contains(achieved.UsedIn[number]))
            {
                return VoidReason.UsedElsewhere;
            }
        }

        var months = layout.Source.MaxAgeMonths ?? int.MaxValue;
        foreach (var age in layout.UnitAges)
        {
            months = age.Unit == unit ? Math.Min(months, age.Months) : months;
        }

        return months != int.MaxValue && achieved.Awarded is { } awarded && OfferTable.IsOlder(awarded, months, asOf) ? VoidReason.TooOld : VoidReason.None;
    }
}

/// <summary>One use of an achievement in a rule.</summary>
internal struct UnitUse
{
    /// <summary>The first slot of the unit it counts as.</summary>
    public int Slot;
    public int Achievement;
    public CreditSource Source;
    public bool Many;
    public bool Equivalent;

    /// <summary>Whether the achievement could count as another unit of the rule instead.</summary>
    public bool Shared;

    /// <summary>How many branches forbid it now.</summary>
    public int Bans;

    /// <summary>The next use of the same unit, or -1.</summary>
    public int Next;

    public readonly int Entanglement => (Shared ? 2 : 0) + (Equivalent ? 1 : 0);
}
