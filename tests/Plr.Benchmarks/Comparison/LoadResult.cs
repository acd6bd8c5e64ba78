namespace Plr.Benchmarks.Comparison;

/// <summary>What one run measured at the client.</summary>
internal sealed record LoadResult(double RequestsPerSecond, TimeSpan Median, TimeSpan NinetyNinth, int Requests);
