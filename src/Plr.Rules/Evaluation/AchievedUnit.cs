using Plr.Domain.Combination;

namespace Plr.Rules.Evaluation;

/// <summary>One achievement of a unit, as far as rules look at it.</summary>
public sealed record AchievedUnit
{
    /// <summary>The unit that was achieved.</summary>
    public required UnitKey Unit { get; init; }

    /// <summary>When it was awarded; null if unknown, and then no age limit makes it void.</summary>
    public DateOnly? Awarded { get; init; }

    /// <summary>Where the credit comes from; never <see cref="CreditSource.Fresh"/>.</summary>
    public CreditSource Source { get; init; } = CreditSource.Own;

    /// <summary>Numbers of the qualifications that this achievement was already used in.</summary>
    public IReadOnlyList<string> UsedIn { get; init; } = [];
}
