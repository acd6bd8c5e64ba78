using System.Collections.Frozen;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Rules.Evaluation;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>What a learner's progress is judged by: final achievements, units taken as if achieved, and the moment. One for every answer about the learner.</summary>
internal sealed class Evidence
{
    private readonly FrozenSet<QualificationNumber> awarded;

    public Evidence(Uln learner, IReadOnlyList<Achievement> achievements, IReadOnlyList<Unit> whatIf, DateTimeOffset asOf, bool isWhatIf)
    {
        Learner = learner;
        Achieved = [.. achievements.OfType<UnitAchievement>().Where(achievement => achievement.Status is AchievementStatus.Final)];
        awarded = achievements.OfType<QualificationAchievement>().Where(achievement => achievement.Status is AchievementStatus.Final)
            .Select(achievement => achievement.Qualification).ToFrozenSet();
        Facts = [.. Achieved.Select(Fact)];
        WhatIf = whatIf;
        WhatIfKeys = [.. whatIf.Select(unit => (UnitKey)unit.Number.Value)];
        AsOf = asOf;
        IsWhatIf = isWhatIf;
    }

    /// <summary>Whose.</summary>
    public Uln Learner { get; }

    /// <summary>Units finally achieved.</summary>
    public IReadOnlyList<UnitAchievement> Achieved { get; }

    /// <summary>The same, as the rules look at them, in the same order.</summary>
    public IReadOnlyList<AchievedUnit> Facts { get; }

    /// <summary>Units taken as if achieved too.</summary>
    public IReadOnlyList<Unit> WhatIf { get; }

    /// <summary>The same, as the rules name them, in the same order.</summary>
    public IReadOnlyList<UnitKey> WhatIfKeys { get; }

    /// <summary>The moment the record was read at.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>Whether this is not the record as it stands: units were added to it, or it was left out.</summary>
    public bool IsWhatIf { get; }

    /// <summary>Whether the qualification was awarded.</summary>
    public bool HasAward(QualificationNumber qualification) => awarded.Contains(qualification);

    private static AchievedUnit Fact(UnitAchievement achievement) => new()
    {
        Unit = achievement.Unit.Value,
        Awarded = achievement.AwardedOn,
        Source = achievement.Route switch
        {
            UnitRoute.RecognitionOfPriorLearning => CreditSource.PriorLearning,
            UnitRoute.CreditTransfer => CreditSource.Transfer,
            UnitRoute.Exemption => CreditSource.Exemption,
            _ => CreditSource.Own,
        },
    };
}
