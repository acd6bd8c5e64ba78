using Plr.Rules.Direct;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>Working memory of one ranking: what is known of each qualification that the learner's units touch. Used again and again.</summary>
internal sealed class RouteScratch(int qualifications)
{
    private readonly TouchedRoute[] touched = new TouchedRoute[qualifications];
    private int round;

    /// <summary>The achievements in hand.</summary>
    public List<AchievedUnit> Achieved { get; } = new(256);

    /// <summary>Their units' numbers, -1 for one that the catalogue does not know.</summary>
    public List<int> Units { get; } = new(256);

    /// <summary>What they could count as, for the general search; read when it is first asked.</summary>
    public LearnerUnits Learner { get; } = new();

    /// <summary>Whether <see cref="Learner"/> is of the achievements in hand.</summary>
    public bool IsLearnerRead { get; set; }

    /// <summary>The qualifications touched in this round.</summary>
    public List<int> Order { get; } = new(4_096);

    /// <summary>Routes whose remaining credits are less than from scratch, as the page needs them.</summary>
    public List<RankedRoute> Ranked { get; } = new(4_096);

    /// <summary>The page last read.</summary>
    public List<RankedRoute> Page { get; } = new(1_024);

    /// <summary>Working memory of plans.</summary>
    public PlanScratch Plans { get; } = new();

    /// <summary>Uses of achievements in one qualification.</summary>
    public PlanUses Uses { get; } = new();

    /// <summary>Forgets the last ranking without clearing anything.</summary>
    public void Begin()
    {
        unchecked
        {
            round++;
        }

        IsLearnerRead = false;
        Achieved.Clear();
        Units.Clear();
        Order.Clear();
        Ranked.Clear();
    }

    /// <summary>What was known of a qualification before a what-if touched it.</summary>
    public List<(int Qualification, TouchedRoute Route)> Saved { get; } = [];

    /// <summary>Brings back what was known before a what-if.</summary>
    /// <param name="touchedBefore">How many qualifications were touched.</param>
    public void Restore(int touchedBefore)
    {
        foreach (var (qualification, route) in Saved)
        {
            touched[qualification] = route;
        }

        Saved.Clear();
        Order.RemoveRange(touchedBefore, Order.Count - touchedBefore);
    }

    public ref TouchedRoute Of(int qualification) => ref touched[qualification];

    public bool IsTouched(int qualification) => touched[qualification].Round == round;

    /// <summary>What is known of a qualification, cleared if it is touched for the first time in this round.</summary>
    public ref TouchedRoute Touch(int qualification)
    {
        ref var route = ref touched[qualification];
        if (route.Round != round)
        {
            route = TouchedRoute.Untouched with { Round = round };
            Order.Add(qualification);
        }

        return ref route;
    }
}
