namespace Plr.Benchmarks.Soak;

/// <summary>The memory of the served process between two spells of load, after a collection.</summary>
/// <param name="At">Time under load until then.</param>
internal readonly record struct SoakSample(TimeSpan At, long HeapBytes, long WorkingSetBytes);
