using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>What the rules need to know of a unit.</summary>
public sealed record CatalogueUnit
{
    /// <summary>The largest credit value taken for real; the register's largest is far below.</summary>
    public const int MaxCredits = 10_000;

    /// <summary>The largest number of guided learning hours taken for real.</summary>
    public const int MaxGuidedLearningHours = 100_000;

    /// <summary>The unit's key in rules and achievements.</summary>
    public required UnitKey Key { get; init; }

    /// <summary>Credit value, 0 to <see cref="MaxCredits"/>.</summary>
    public required int Credits { get; init; }

    /// <summary>Entry 1 = -2, Entry 2 = -1, Entry 3 = 0, Level 1 = 1 to Level 8 = 8.</summary>
    public required int Level { get; init; }

    /// <summary>Guided learning hours, 0 to <see cref="MaxGuidedLearningHours"/>.</summary>
    public int GuidedLearningHours { get; init; }

    /// <summary>Whether it can still be taken; an achievement of it counts either way.</summary>
    public bool IsAvailable { get; init; } = true;

    /// <summary>Sector subject area codes, for other-credit groups.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];
}
