using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Direct;

/// <summary>A learner's achievements as numbers of the catalogue's units: read once for any number of rules.</summary>
internal sealed class LearnerUnits
{
    private LearnerUse[] uses = new LearnerUse[64];
    private AchievedUnit[] read = new AchievedUnit[64];
    private UnitKey[] keys = new UnitKey[64];
    private int[] numbers = new int[64];
    private int readCount;
    private UnitTable? readWith;

    /// <summary>The achievements, as they were given.</summary>
    public IReadOnlyList<AchievedUnit> Achieved { get; private set; } = [];

    public DateOnly AsOf { get; private set; }

    /// <summary>What each achievement could count as, in the order of the achievements: the unit itself, then what is equivalent.</summary>
    public ReadOnlySpan<LearnerUse> Uses => uses.AsSpan(0, Count);

    private int Count { get; set; }

    /// <summary>Takes in a learner; units that the catalogue does not know have no use. One page asks many questions about one learner, who is read once.</summary>
    public void Read(UnitTable table, IReadOnlyList<AchievedUnit> achieved, DateOnly asOf)
    {
        var isKnown = ReferenceEquals(table, readWith) && IsRead(achieved);
        (Achieved, AsOf) = (achieved, asOf);
        if (isKnown)
        {
            return;
        }

        Count = 0;
        Remember(table, achieved);
        table.NumbersOf(keys.AsSpan(0, readCount), numbers);
        for (var index = 0; index < readCount; index++)
        {
            var unit = numbers[index];
            if (unit < 0)
            {
                continue;
            }

            var source = read[index].Source;
            Add(new LearnerUse(unit, unit, index, source, Many: false, Equivalent: false));
            foreach (var edge in table.CountsAs(unit))
            {
                Add(new LearnerUse(edge.Unit, unit, index, edge.Source ?? source, edge.Many, Equivalent: true));
            }
        }
    }

    /// <summary>Whether these achievements, which can't change, were the last that were read.</summary>
    private bool IsRead(IReadOnlyList<AchievedUnit> achieved)
    {
        var isSame = achieved.Count == readCount;
        for (var index = 0; index < readCount && isSame; index++)
        {
            isSame = ReferenceEquals(read[index], achieved[index]);
        }

        return isSame;
    }

    private void Remember(UnitTable table, IReadOnlyList<AchievedUnit> achieved)
    {
        (readWith, readCount) = (table, achieved.Count);
        if (read.Length < readCount)
        {
            (read, keys, numbers) = (new AchievedUnit[readCount], new UnitKey[readCount], new int[readCount]);
        }

        for (var index = 0; index < readCount; index++)
        {
            read[index] = achieved[index];
            keys[index] = read[index].Unit;
        }
    }

    private void Add(LearnerUse use)
    {
        if (Count == uses.Length)
        {
            Array.Resize(ref uses, Count * 2);
        }

        uses[Count++] = use;
    }
}

/// <summary>A way an achievement could count.</summary>
/// <param name="Unit">The unit it would count as.</param>
/// <param name="Achieved">The unit that was achieved.</param>
/// <param name="Achievement">Place in the list of achievements.</param>
/// <param name="Many">Whether this use leaves the achievement free to count elsewhere too.</param>
internal readonly record struct LearnerUse(int Unit, int Achieved, int Achievement, CreditSource Source, bool Many, bool Equivalent);
