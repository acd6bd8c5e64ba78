using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Layouts;

namespace Plr.Rules.Direct;

/// <summary>The exact least cost of nearly every rule: tables that forget the conditions between units, and branching where one is broken.</summary>
/// <remarks>
/// Tables give the least cost with bars, double listings, dependencies, shared achievements and filtered bounds forgotten, so a lower
/// bound. If the allocation they give keeps all of them, it is the answer. Otherwise every allocation of the rule differs from it in
/// one of a few ways, and each is tried. What can't be branched on, or not within the work allowed, is left to the general search.
/// </remarks>
internal sealed class DirectSearch
{
    private const int MaxBuilds = 64;

    // Credits that both minima together seldom add to the dearer one: first only what costs no more is looked at.
    private const int UsualExtra = 2;

    private readonly TableWork allowed;
    private readonly CostTables tables;
    private readonly CostTables tablesWithLevel;
    private readonly LevelTables levelTables;
    private readonly SlotStates slots = new();
    private readonly WitnessCheck check;
    private RuleLayout layout = null!; // Set by Run.
    private bool[] filled = [];
    private int builds;
    private uint best;
    private uint floor;
    private bool creditsOnly;
    private int atLeast;
    private int below;
    private bool levelFirst;

    /// <param name="maxSums">As <see cref="EvaluationOptions.MaxSums"/>.</param>
    public DirectSearch(long maxSums = EvaluationOptions.MaxSums)
    {
        allowed = new TableWork(maxSums);
        (tables, tablesWithLevel, levelTables) = (new CostTables(allowed), new CostTables(allowed), new LevelTables(allowed));
        check = new WitnessCheck(Uses, slots);
    }

    /// <summary>How the learner's achievements can count in the rule of the last run.</summary>
    public UnitUses Uses { get; } = new();

    /// <summary>What fills each slot of the root tree in the best allocation found.</summary>
    public SlotFill[] Filled { get; private set; } = [];

    /// <summary>Packed cost of the best allocation found; <see cref="CostTable.Never"/> if none was.</summary>
    public uint Best => best;

    /// <summary>Whether the last answer had to ask for the level minimum.</summary>
    public bool MissedLevel { get; private set; }

    /// <summary>How many times the tables were built for the last answer.</summary>
    public int Builds => builds;

    /// <summary>No allocation costs less; the same as the best if that is exact.</summary>
    public uint Lower { get; private set; }

    /// <summary>Whether the best is the least, or there is certainly none.</summary>
    public bool IsExact => Lower >= best;

    /// <summary>Looks for the least cost of a rule.</summary>
    /// <param name="askLevel">Whether the level minimum will be missed unless it is asked for.</param>
    /// <param name="onlyCredits">Whether the credits alone have to be the least.</param>
    /// <param name="noFewer">Credits known not to be more than the answer: reaching them ends the search.</param>
    /// <param name="fewerThan">Where only credits are asked for: an allocation that costs so many or more is of no use.</param>
    public void Run(RuleLayout rule, LearnerUnits learner, bool askLevel = false, bool onlyCredits = false, int noFewer = 0, int fewerThan = int.MaxValue)
    {
        (layout, creditsOnly, atLeast, below, builds, floor) = (rule, onlyCredits, noFewer, fewerThan, 0, 0);
        (best, Lower, levelFirst, MissedLevel) = (CostTable.Never, CostTable.Never, askLevel, false);
        Begin(rule, learner);
        if (!rule.FitsTables)
        {
            Lower = 0;
            return;
        }

        if (filled.Length < rule.RootSlots)
        {
            filled = new bool[rule.RootSlots];
        }

        slots.Begin(rule);
        allowed.Begin();
        levelTables.Clear();
        tablesWithLevel.Clear();
        Explore();
        Lower = Math.Min(Lower, best);
    }

    /// <summary>Finds the learner's uses in a rule, with nothing filled yet.</summary>
    public void Begin(RuleLayout rule, LearnerUnits learner)
    {
        Uses.Match(rule, learner);
        if (Filled.Length < rule.RootSlots)
        {
            Filled = new SlotFill[rule.RootSlots];
        }

        Array.Fill(Filled, SlotFill.Empty, 0, rule.RootSlots);
    }

    /// <summary>Whether nothing that costs so much or more can be of use.</summary>
    private bool IsCut(uint cost) =>
        cost >= best || (creditsOnly && layout.CreditsOf(cost) >= (best < CostTable.Never ? layout.CreditsOf(best) : below));

    private bool IsDone => creditsOnly && best < CostTable.Never && layout.CreditsOf(best) <= atLeast;

    private void Explore()
    {
        var cost = ++builds > MaxBuilds ? CostTable.Never : Least();
        if (builds > MaxBuilds || tables.IsTooLarge || tablesWithLevel.IsTooLarge || levelTables.IsTooLarge)
        {
            Lower = Math.Min(Lower, floor);
            return;
        }

        floor = builds == 1 ? cost : floor;
        if (IsCut(cost))
        {
            return;
        }

        if (check.Keeps(layout, filled))
        {
            Keep(cost);
        }
        else if (!check.CanBranch)
        {
            Lower = Math.Min(Lower, cost);
        }
        else
        {
            Branch(cost);
        }
    }

    /// <summary>The least cost with the level minimum, and the slots it fills; the level costs a table of its own only where it is missed without.</summary>
    private uint Least()
    {
        var levelNeeded = slots.Set(layout, Uses);
        if (levelNeeded > 0 && levelFirst && !layout.HasClips)
        {
            return TracedApart(tables.Build(layout, slots, 0));
        }

        var cost = Traced(0);
        if (levelNeeded == 0 || IsCut(cost) || LevelCredits() >= levelNeeded)
        {
            return cost;
        }

        MissedLevel = true;
        return layout.HasClips ? Traced(levelNeeded) : TracedApart(cost);
    }

    private uint Traced(int levelNeeded)
    {
        var built = levelNeeded > 0 ? tablesWithLevel : tables;
        var cost = built.Build(layout, slots, levelNeeded);
        if (!IsCut(cost))
        {
            Array.Clear(filled, 0, layout.RootSlots);
            built.Trace(filled);
        }

        return cost;
    }

    /// <summary>The least cost with the level minimum: seldom much more than without, or than that minimum alone.</summary>
    /// <param name="without">The least cost with the level forgotten, from <see cref="tables"/> as they are.</param>
    private uint TracedApart(uint without)
    {
        if (IsCut(without) || tables.IsTooLarge)
        {
            return without;
        }

        var least = Math.Max(without, levelTables.Begin(layout, slots));
        if (IsCut(least) || levelTables.IsTooLarge)
        {
            return least;
        }

        var limit = (uint)Math.Min(least + layout.Packed(UsualExtra), best - 1L);
        var cost = levelTables.Build(tables, limit);
        if (cost > limit && limit < best - 1L && !levelTables.IsTooLarge)
        {
            cost = levelTables.Build(tables, best - 1);
        }

        if (!IsCut(cost))
        {
            levelTables.Trace(filled);
        }

        return cost;
    }

    private int LevelCredits()
    {
        var sum = 0;
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            sum += filled[slot] ? slots.Gains[slot] : 0;
        }

        return sum;
    }

    private void Keep(uint cost)
    {
        best = cost;
        for (var slot = 0; slot < layout.RootSlots; slot++)
        {
            Filled[slot] = !filled[slot] ? SlotFill.Empty
                : slots.UseOf[slot] is >= 0 and var use ? new SlotFill(Uses[use].Achievement, Uses[use].Source, Uses[use].Equivalent)
                : SlotFill.Fresh;
        }
    }

    /// <summary>Takes what the general search found, which has the same slots in the same order.</summary>
    public void Take(RuleLayout rule, CompiledRule program, OfferTable offers, IReadOnlyList<(int Slot, int Offer)> allocation)
    {
        Array.Fill(Filled, SlotFill.Empty, 0, rule.RootSlots);
        foreach (var (slot, number) in allocation)
        {
            var offer = offers.ByUnit[program.Slots[slot].Unit][number];
            Filled[slot] = offer.IsFresh ? SlotFill.Fresh : new SlotFill(offer.Achievement, offer.Source, offer.Equivalent);
        }
    }

    /// <summary>Tries every way in which an allocation that keeps the condition differs from the one that breaks it.</summary>
    private void Branch(uint cost)
    {
        // The list is the check's own and changes below.
        Span<Way> ways = stackalloc Way[check.Ways.Length];
        check.Ways.CopyTo(ways);
        var tried = 0;
        for (; tried < ways.Length && !IsCut(cost) && !IsDone; tried++)
        {
            Change(ways[tried], 1);
            Explore();
            Change(ways[tried], -1);
            if (ways[tried].Kind == WayKind.FillSlot)
            {
                slots.Excluded[ways[tried].At]++; // All that fills this slot was tried.
            }
        }

        foreach (var way in ways[..tried])
        {
            if (way.Kind == WayKind.FillSlot)
            {
                slots.Excluded[way.At]--;
            }
        }
    }

    /// <summary>Goes a way (1), or comes back (-1).</summary>
    private void Change(Way way, int change)
    {
        switch (way.Kind)
        {
            case WayKind.FillSlot:
                slots.Force(way.At, change);
                break;
            case WayKind.LeaveSlot:
                slots.Excluded[way.At] += change;
                break;
            case WayKind.LeaveUnit:
                for (var slot = way.At; slot >= 0; slot = layout.Slots[slot].Next)
                {
                    slots.Excluded[slot] += change;
                }

                break;
            case WayKind.AvoidUse:
                Uses[way.At].Bans += change;
                break;
            default:
                AvoidSources(way, change);
                break;
        }
    }

    private void AvoidSources(Way way, int change)
    {
        for (var use = Uses.FirstOf(layout.Slots[way.At].First); use >= 0; use = Uses[use].Next)
        {
            Uses[use].Bans += (way.Sources >> (int)Uses[use].Source & 1) != 0 ? change : 0;
        }

        slots.NotFresh[way.At] += (way.Sources >> (int)CreditSource.Fresh & 1) != 0 ? change : 0;
    }
}
