using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Subgraphs.Catalogue;
using Plr.Subgraphs.Catalogue.Checks;

namespace Plr.Subgraphs.Records.Progress;

/// <summary>A learner's progress towards one qualification: the values of <c>type QualificationProgress</c>.</summary>
public sealed class LearnerProgress : Standing
{
    private readonly Evidence evidence;

    internal LearnerProgress(RequestCatalogue catalogue, Qualification qualification, Evidence evidence)
        : base(
            catalogue,
            qualification,
            catalogue.Rules.Progress(evidence.Facts, qualification.Number.Value, catalogue.Today, evidence.WhatIfKeys)?.Verdict,
            evidence.HasAward(qualification.Number)) =>
        this.evidence = evidence;

    /// <summary>Whose progress.</summary>
    public Uln Learner => evidence.Learner;

    /// <summary>The moment the record was read at.</summary>
    public DateTimeOffset RecordAsOf => evidence.AsOf;

    /// <summary>Whether this is not the record as it stands.</summary>
    public bool IsWhatIf => evidence.IsWhatIf;

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

    // The engine numbers achievements in the order given, and what-if units after them.
    private Unit UnitAt(int place) =>
        place < evidence.Achieved.Count ? Catalogue.Name(evidence.Achieved[place].Unit) : evidence.WhatIf[place - evidence.Achieved.Count];

    private UnitAchievement? AchievementAt(int place) => place < evidence.Achieved.Count ? evidence.Achieved[place] : null;
}
