namespace Plr.Benchmarks.Serving.Floor;

/// <param name="Subject">The number of a unit, which begins with a letter, or of a qualification.</param>
internal readonly record struct HandAchievement(DateOnly AwardedOn, string Subject);
