namespace Plr.Benchmarks.Serving;

internal sealed record UnitRow(string Code, string Title, int Credit, int Level);
