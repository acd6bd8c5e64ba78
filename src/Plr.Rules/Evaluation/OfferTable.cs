using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Evaluation;

/// <summary>What a learner's achievements offer to one rule.</summary>
internal sealed class OfferTable
{
    private readonly int[] staleMonths;

    private OfferTable(Offer[][] byUnit, VoidReason[] voids, int[] staleMonths, int flagCount, Dictionary<int, (int From, int To)> flagLife) =>
        (ByUnit, Voids, this.staleMonths, FlagCount, FlagLife) = (byUnit, voids, staleMonths, flagCount, flagLife);

    /// <summary>The offers of each unit of the rule, free ones first.</summary>
    public Offer[][] ByUnit { get; }

    /// <summary>For each achievement, what makes it void for this rule.</summary>
    public VoidReason[] Voids { get; }

    /// <summary>Whether an achievement is too old for a group of other credit; <see cref="Offer.Fresh"/> never is.</summary>
    public bool IsTooOld(int achievement, CompiledNode node) => achievement >= 0 && staleMonths[achievement] >= node.WithinMonths;

    /// <summary>Flags of the rule and of shared achievements.</summary>
    public int FlagCount { get; }

    /// <summary>Lives of the flags of shared achievements.</summary>
    public Dictionary<int, (int From, int To)> FlagLife { get; }

    /// <summary>The offers of some achievements to a rule at a date.</summary>
    public static OfferTable Build(CompiledRule rule, UnitTable table, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf)
    {
        var offers = new List<Offer>?[rule.Units.Length];
        var voids = new VoidReason[achieved.Count];
        var uses = new List<(int Unit, int Achievement, CreditSource Source, bool Many, bool Equivalent)>();
        for (var index = 0; index < achieved.Count; index++)
        {
            var number = table.NumberOf(achieved[index].Unit);
            if (number < 0)
            {
                continue;
            }

            voids[index] = VoidReasonOf(rule, number, achieved[index], asOf);
            if (voids[index] == VoidReason.None)
            {
                AddUses(rule, table, number, index, achieved[index].Source, uses);
            }
        }

        var stale = StaleMonths(rule, achieved, asOf);
        var life = new Dictionary<int, (int From, int To)>();
        var flagCount = rule.FlagCount;
        foreach (var group in WithoutDominated(rule, uses, stale).GroupBy(use => use.Achievement))
        {
            var exclusive = group.Where(use => !use.Many).ToList();
            var flag = -1;
            if (exclusive.Select(use => use.Unit).Distinct().Count() > 1)
            {
                flag = flagCount++;
                var steps = exclusive.SelectMany(use => rule.RootSlots[use.Unit]).Select(slot => rule.Slots[slot].Step).ToList();
                life[flag] = (steps.Min(), steps.Max());
            }

            foreach (var use in group)
            {
                (offers[use.Unit] ??= []).Add(new Offer(use.Achievement, use.Source, use.Many ? -1 : flag, use.Equivalent));
            }
        }

        return new OfferTable([.. offers.Select((list, unit) => Ordered(rule, unit, list, stale))], voids, stale, flagCount, life);
    }

    /// <summary>For each achievement, the longest of the groups' ages that it is past; -1 if it is past none.</summary>
    private static int[] StaleMonths(CompiledRule rule, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf)
    {
        var stale = new int[achieved.Count];
        for (var index = 0; index < stale.Length; index++)
        {
            stale[index] = -1;
            foreach (var months in rule.AgeLimits)
            {
                stale[index] = achieved[index].Awarded is { } awarded && IsOlder(awarded, months, asOf) ? Math.Max(stale[index], months) : stale[index];
            }
        }

        return stale;
    }

    private static VoidReason VoidReasonOf(CompiledRule rule, int unit, AchievedUnit achieved, DateOnly asOf)
    {
        if (rule.ExcludeUsedIn.Count > 0 && achieved.UsedIn.Any(rule.ExcludeUsedIn.Contains))
        {
            return VoidReason.UsedElsewhere;
        }

        var months = Math.Min(rule.Source.MaxAgeMonths ?? int.MaxValue, rule.MonthsOf.GetValueOrDefault(unit, int.MaxValue));
        return months != int.MaxValue && achieved.Awarded is { } awarded && IsOlder(awarded, months, asOf) ? VoidReason.TooOld : VoidReason.None;
    }

    /// <summary>Whether a date some months on, the day clipped to the month's last, is before another.</summary>
    internal static bool IsOlder(DateOnly awarded, int months, DateOnly asOf) =>
        awarded.Year + months / 12 < DateOnly.MaxValue.Year && awarded.AddMonths(months) < asOf;

    private static void AddUses(
        CompiledRule rule, UnitTable table, int number, int index, CreditSource source,
        List<(int Unit, int Achievement, CreditSource Source, bool Many, bool Equivalent)> uses)
    {
        if (rule.LocalOf.TryGetValue(number, out var direct) && rule.RootSlots[direct].Length > 0)
        {
            uses.Add((direct, index, source, false, false));
        }

        foreach (var edge in table.CountsAs(number))
        {
            if (rule.LocalOf.TryGetValue(edge.Unit, out var local) && rule.RootSlots[local].Length > 0)
            {
                uses.Add((local, index, edge.Source ?? source, edge.Many, true));
            }
        }
    }

    /// <summary>Drops a use when another that is tied to nothing else gives the same unit from a source that counts the same.</summary>
    private static List<(int Unit, int Achievement, CreditSource Source, bool Many, bool Equivalent)> WithoutDominated(
        CompiledRule rule, List<(int Unit, int Achievement, CreditSource Source, bool Many, bool Equivalent)> uses, int[] stale)
    {
        for (var changed = true; changed;)
        {
            var ties = uses.Where(use => !use.Many).GroupBy(use => use.Achievement)
                .ToDictionary(group => group.Key, group => group.Select(use => use.Unit).Distinct().Count());
            bool IsFree(int index) => uses[index].Many || ties[uses[index].Achievement] == 1;
            var kept = new List<(int Unit, int Achievement, CreditSource Source, bool Many, bool Equivalent)>();
            for (var index = 0; index < uses.Count; index++)
            {
                var (own, dominated) = (index, false);
                for (var other = 0; other < uses.Count && !dominated; other++)
                {
                    dominated = other != own && uses[other].Unit == uses[own].Unit
                        && (!rule.SourcesMatter || uses[other].Source == uses[own].Source)
                        && stale[uses[other].Achievement] <= stale[uses[own].Achievement]
                        && IsFree(other) && (!IsFree(own) || other < own);
                }

                if (!dominated)
                {
                    kept.Add(uses[index]);
                }
            }

            changed = kept.Count != uses.Count;
            uses = kept;
        }

        return uses;
    }

    private static Offer[] Ordered(CompiledRule rule, int unit, List<Offer>? offers, int[] stale)
    {
        offers ??= [];
        // With no filter on sources, an achievement that nothing else can use is as good as taking the unit, and free.
        var beatsFresh = !rule.SourcesMatter && offers.Exists(offer => offer.Flag < 0 && stale[offer.Achievement] < 0);
        if (rule.Facts[unit].IsAvailable && !beatsFresh)
        {
            offers.Add(new Offer(Offer.Fresh, CreditSource.Fresh, -1, false));
        }

        return [.. offers];
    }
}

/// <summary>Why an achievement is void for a rule.</summary>
internal enum VoidReason : byte
{
    None,
    TooOld,
    UsedElsewhere,
}
