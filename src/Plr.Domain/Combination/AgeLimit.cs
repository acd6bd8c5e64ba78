namespace Plr.Domain.Combination;

/// <summary>Achievements of these units count only for a time.</summary>
/// <param name="Units">The achieved units the limit is about.</param>
/// <param name="Months">An achievement awarded more than this many months ago is void (month ends clipped).</param>
public sealed record AgeLimit(IReadOnlyList<UnitKey> Units, int Months);
