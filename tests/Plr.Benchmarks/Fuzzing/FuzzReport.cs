namespace Plr.Benchmarks.Fuzzing;

/// <summary>What became of the runs of one target.</summary>
/// <param name="Slow">Runs over the limit each time they were tried.</param>
/// <param name="Interrupted">Runs over the limit that were not when tried again.</param>
/// <param name="Failure">The first; null when there is none.</param>
/// <param name="FailedSeed">Its seed.</param>
internal sealed record FuzzReport(string Target, int FirstSeed, int Runs, TimeSpan Slowest, int SlowestSeed, int Slow, int Interrupted, Exception? Failure, int FailedSeed)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Target}: {Runs} runs from seed {FirstSeed}, slowest {Slowest.TotalMilliseconds:0.0} ms (seed {SlowestSeed}), {Slow} over {FuzzRun.Limit.TotalMilliseconds:0} ms, {Interrupted} so the first time only")
        + (Failure is null ? "" : FormattableString.Invariant($"; seed {FailedSeed} failed: {Failure}"));
}
