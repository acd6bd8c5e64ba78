using System.Diagnostics;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>Runs a target so many times, each run from a seed of its own, so that one can be run again alone.</summary>
internal static class FuzzRun
{
    /// <summary>No run may take longer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    public static async Task<FuzzReport> RunAsync(string target, int firstSeed, int runs, CancellationToken cancellation)
    {
        var run = new FuzzTargets().All[target];
        var (slowest, slowestSeed, slow) = (TimeSpan.Zero, firstSeed, 0);
        for (var i = 0; i < runs && !cancellation.IsCancellationRequested; i++)
        {
            var seed = unchecked(firstSeed + i);
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await run(new Dice(seed));
            }
            catch (Exception failure)
            {
                return new FuzzReport(target, firstSeed, i + 1, slowest, slowestSeed, slow, failure, seed);
            }

            var elapsed = Stopwatch.GetElapsedTime(begun);
            slow += elapsed > Limit ? 1 : 0;
            (slowest, slowestSeed) = elapsed > slowest ? (elapsed, seed) : (slowest, slowestSeed);
        }

        return new FuzzReport(target, firstSeed, runs, slowest, slowestSeed, slow, null, 0);
    }
}
