namespace Plr.Benchmarks.Soak;

/// <summary>How long the engine is watched.</summary>
internal sealed record SoakOptions(TimeSpan Time, int Connections);
