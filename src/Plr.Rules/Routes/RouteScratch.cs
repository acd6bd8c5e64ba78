using Plr.Rules.Compilation;
using Plr.Rules.Direct;
using Plr.Rules.Evaluation;
using Plr.Rules.Routes.Plans;

namespace Plr.Rules.Routes;

/// <summary>Working memory of one ranking: what is known of each qualification that the learner's units touch. Used again and again.</summary>
internal sealed class RouteScratch(int qualifications)
{
    private readonly RouteHit[] hits = new RouteHit[qualifications];
    private readonly SeveralHits[] several = new SeveralHits[qualifications];
    private readonly LearnerUnits learner = new();
    private bool isLearnerRead;

    /// <summary>The achievements in hand.</summary>
    public List<AchievedUnit> Achieved { get; } = new(256);

    /// <summary>Their units' numbers, -1 for one that the catalogue does not know.</summary>
    public List<int> Units { get; } = new(256);

    /// <summary>The date that ages are measured at.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Numbers the ranking: what bears another number is of an older one.</summary>
    public int Round { get; private set; }

    /// <summary>The qualifications touched in this round.</summary>
    public List<int> Order { get; } = new(4_096);

    /// <summary>What was known of a qualification before a what-if touched it.</summary>
    public List<(int Qualification, RouteHit Hit, SeveralHits Several)> Saved { get; } = [];

    /// <summary>The page last read.</summary>
    public List<RankedRoute> Page { get; } = new(1_024);

    /// <summary>Working memory of plans.</summary>
    public PlanScratch Plans { get; } = new();

    /// <summary>Uses of achievements in one qualification.</summary>
    public PlanUses Uses { get; } = new();

    /// <summary>Forgets the last ranking without clearing anything.</summary>
    public void Begin(DateOnly asOf)
    {
        unchecked
        {
            Round++;
        }

        AsOf = asOf;
        isLearnerRead = false;
        Achieved.Clear();
        Units.Clear();
        Order.Clear();
    }

    /// <summary>Takes one more achievement in hand.</summary>
    public void Add(AchievedUnit achievement, int unit)
    {
        Achieved.Add(achievement);
        Units.Add(unit);
        isLearnerRead = false;
    }

    /// <summary>Puts the last achievement away.</summary>
    public void RemoveLast()
    {
        Achieved.RemoveAt(Achieved.Count - 1);
        Units.RemoveAt(Units.Count - 1);
        isLearnerRead = false;
    }

    /// <summary>What the achievements in hand could count as, for the general search; read when it is first asked.</summary>
    public LearnerUnits Learner(UnitTable table)
    {
        if (!isLearnerRead)
        {
            learner.Read(table, Achieved, AsOf);
            isLearnerRead = true;
        }

        return learner;
    }

    public ref RouteHit HitOf(int qualification) => ref hits[qualification];

    public ref SeveralHits SeveralOf(int qualification) => ref several[qualification];

    public bool IsTouched(int qualification) => hits[qualification].Round == Round;

    /// <summary>Brings back what was known before a what-if.</summary>
    /// <param name="touchedBefore">How many qualifications were touched.</param>
    public void Restore(int touchedBefore)
    {
        foreach (ref readonly var saved in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Saved))
        {
            (hits[saved.Qualification], several[saved.Qualification]) = (saved.Hit, saved.Several);
        }

        Saved.Clear();
        Order.RemoveRange(touchedBefore, Order.Count - touchedBefore);
    }
}
