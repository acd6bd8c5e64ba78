using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Rules.Evaluation;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Checks;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>A learner's progress towards one qualification: the values of <c>type QualificationProgress</c>.</summary>
public sealed class LearnerProgress : Standing
{
    private readonly IReadOnlyList<UnitAchievement> achieved;
    private readonly IReadOnlyList<Unit> whatIf;

    private LearnerProgress(
        RequestCatalogue catalogue,
        Qualification qualification,
        Uln learner,
        IReadOnlyList<UnitAchievement> achieved,
        IReadOnlyList<Unit> whatIf,
        bool isAwarded)
        : base(catalogue, qualification, Judge(catalogue, qualification, achieved, whatIf), isAwarded)
    {
        Learner = learner;
        this.achieved = achieved;
        this.whatIf = whatIf;
    }

    /// <summary>Whose progress.</summary>
    public Uln Learner { get; }

    /// <summary>The achievements that count, and where.</summary>
    public IReadOnlyList<CountedAchievement> Counted =>
        [.. (Verdict?.Counted ?? []).Where(counted => !counted.IsFresh).Select(counted =>
        {
            var place = counted.Achievement!.Value; // Not fresh: it has its place in the list.
            var held = UnitAt(place);
            return new CountedAchievement(Learner, Catalogue.Name(counted.Unit) ?? held, held, counted.Node, counted.Credits, AchievementAt(place));
        })];

    /// <summary>The achievements that do not count, and why.</summary>
    public IReadOnlyList<UncountedAchievement> NotCounted =>
        [.. (Verdict?.NotCounted ?? []).Select(left => new UncountedAchievement(Learner, UnitAt(left.Achievement), left, AchievementAt(left.Achievement)))];

    internal static LearnerProgress Of(
        RequestCatalogue catalogue, Qualification qualification, Uln learner, IReadOnlyList<Achievement> achievements, IReadOnlyList<Unit> whatIf) =>
        new(
            catalogue,
            qualification,
            learner,
            [.. achievements.OfType<UnitAchievement>().Where(achievement => achievement.Status is AchievementStatus.Final)],
            whatIf,
            achievements.OfType<QualificationAchievement>().Any(achievement =>
                achievement.Status is AchievementStatus.Final && achievement.Qualification == qualification.Number));

    private static Verdict? Judge(
        RequestCatalogue catalogue, Qualification qualification, IReadOnlyList<UnitAchievement> achieved, IReadOnlyList<Unit> whatIf) =>
        catalogue.Rules.Progress(
            [.. achieved.Select(Fact)],
            qualification.Number.Value,
            catalogue.Today,
            [.. whatIf.Select(unit => (UnitKey)unit.Number.Value)])?.Verdict;

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

    // The engine numbers achievements in the order given, and what-if units after them.
    private Unit UnitAt(int place) => place < achieved.Count ? Catalogue.Name(achieved[place].Unit) : whatIf[place - achieved.Count];

    private UnitAchievement? AchievementAt(int place) => place < achieved.Count ? achieved[place] : null;
}
