using Plr.Domain.Identifiers;

namespace Plr.Domain.Records;

/// <summary>One change of a record, as it is announced: nothing of what changed, only where to look.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Achievement">The achievement; null for what is no achievement.</param>
public sealed record RecordChange(RecordChangeKind Kind, AchievementId? Achievement = null);
