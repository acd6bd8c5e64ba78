using Plr.Domain.Combination;

namespace Plr.Rules.Direct;

/// <summary>What fills a slot.</summary>
/// <param name="Achievement">Place in the learner's list; <see cref="OfNothing"/> or <see cref="OfFresh"/>.</param>
/// <param name="Source">Where the credit comes from.</param>
/// <param name="Equivalent">Whether it is an achievement of another unit that counts as this one.</param>
internal readonly record struct SlotFill(int Achievement, CreditSource Source, bool Equivalent)
{
    public const int OfNothing = -2;
    public const int OfFresh = -1;

    public static SlotFill Empty => new(OfNothing, default, false);

    public static SlotFill Fresh => new(OfFresh, CreditSource.Fresh, false);

    public bool IsEmpty => Achievement == OfNothing;

    public bool IsFresh => Achievement == OfFresh;

    public bool IsAchieved => Achievement >= 0;
}
