namespace Plr.Benchmarks.Comparison;

/// <summary>How the comparison is run.</summary>
internal sealed record ComparisonOptions(int Rounds, TimeSpan RunTime, int Connections, ConsentedTarget? Consented);
