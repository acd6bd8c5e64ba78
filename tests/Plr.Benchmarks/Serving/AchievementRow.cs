namespace Plr.Benchmarks.Serving;

internal sealed record AchievementRow(DateOnly AwardedOn, UnitRow Unit);
