namespace Plr.Rules.Evaluation;

/// <summary>What is still to be taken: compared by credits, then units, then guided learning hours.</summary>
/// <param name="Credits">Credits still to be achieved.</param>
/// <param name="Units">Units still to be achieved.</param>
/// <param name="GuidedLearningHours">Their guided learning hours.</param>
public readonly record struct RemainingWork(int Credits, int Units, int GuidedLearningHours) : IComparable<RemainingWork>
{
    private const int CreditShift = 40;
    private const int UnitShift = 28;

    /// <summary>Credits before units before hours.</summary>
    public int CompareTo(RemainingWork other) =>
        (Credits, Units, GuidedLearningHours).CompareTo((other.Credits, other.Units, other.GuidedLearningHours));

    /// <summary>Whether the first is less work.</summary>
    public static bool operator <(RemainingWork left, RemainingWork right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is more work.</summary>
    public static bool operator >(RemainingWork left, RemainingWork right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is not more work.</summary>
    public static bool operator <=(RemainingWork left, RemainingWork right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is not less work.</summary>
    public static bool operator >=(RemainingWork left, RemainingWork right) => left.CompareTo(right) >= 0;

    /// <summary>One number that orders and adds as the three do: the compiler of rules keeps each part within its bits.</summary>
    internal static long Pack(int credits, int units, int hours) => (long)credits << CreditShift | (long)units << UnitShift | (uint)hours;

    internal static long PackCredits(int credits) => (long)credits << CreditShift;

    internal static RemainingWork Unpack(long packed) => new(
        (int)(packed >> CreditShift),
        (int)(packed >> UnitShift & ((1 << CreditShift - UnitShift) - 1)),
        (int)(packed & ((1 << UnitShift) - 1)));
}
