using Plr.Domain.Combination;

namespace Plr.Rules.Evaluation;

/// <summary>A way for a unit to be counted.</summary>
/// <param name="Achievement">Place in the learner's list of achievements, or <see cref="Fresh"/>.</param>
/// <param name="Source">Where the credit comes from.</param>
/// <param name="Flag">The flag that says the achievement is used up; -1 if nothing else could use it.</param>
/// <param name="Equivalent">Whether it is an achievement of another unit that counts as this one.</param>
internal readonly record struct Offer(int Achievement, CreditSource Source, int Flag, bool Equivalent)
{
    public const int Fresh = -1;

    public bool IsFresh => Achievement == Fresh;
}
