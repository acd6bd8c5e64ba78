namespace Plr.Domain.Identifiers;

/// <summary>An achievement's key, the same over all its versions.</summary>
/// <param name="Value">Random, made when the achievement is first recorded.</param>
public readonly record struct AchievementId(Guid Value);
