using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Records;

/// <summary>What deciding about access needs, and what is asked for most often, read at once.</summary>
/// <param name="Access">As <see cref="IRecordSnapshot.AccessAsync"/> gives it.</param>
/// <param name="Achievements">As <see cref="IRecordSnapshot.QualificationAchievementsAsync"/> gives them. Read, not yet allowed: the decision comes first.</param>
public sealed record RecordRead(
    IReadOnlyDictionary<Uln, LearnerAccess> Access, IReadOnlyDictionary<Uln, IReadOnlyList<Achievement>> Achievements);
