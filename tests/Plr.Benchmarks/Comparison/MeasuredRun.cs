namespace Plr.Benchmarks.Comparison;

/// <summary>One run: what the client saw of it, and what it took of the served process where that is known.</summary>
/// <param name="AllocatedBytes">On its managed heap.</param>
/// <param name="Gen2Collections">During the run.</param>
internal sealed record MeasuredRun(LoadResult Load, TimeSpan? ProcessorTime = null, long? AllocatedBytes = null, int? Gen2Collections = null);
