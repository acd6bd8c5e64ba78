using System.Diagnostics;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>Runs a target so many times, each run from a seed of its own, so that one can be run again alone.</summary>
internal static class FuzzRun
{
    /// <summary>No run may take longer.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    // One that took longer is run again: the machine may have been busy, or memory been collected.
    private const int Attempts = 3;

    public static async Task<FuzzReport> RunAsync(string target, int firstSeed, int runs, CancellationToken cancellation)
    {
        var run = new FuzzTargets().All[target];
        var (slowest, slowestSeed, slow, interrupted) = (TimeSpan.Zero, firstSeed, 0, 0);
        for (var i = 0; i < runs && !cancellation.IsCancellationRequested; i++)
        {
            var seed = unchecked(firstSeed + i);
            try
            {
                var elapsed = await TimeAsync(run, seed);
                var least = elapsed;
                for (var attempt = 1; attempt < Attempts && least > Limit; attempt++)
                {
                    var again = await TimeAsync(run, seed);
                    least = again < least ? again : least;
                }

                interrupted += elapsed > Limit && least <= Limit ? 1 : 0;
                slow += least > Limit ? 1 : 0;
                (slowest, slowestSeed) = least > slowest ? (least, seed) : (slowest, slowestSeed);
            }
            catch (Exception failure)
            {
                return new FuzzReport(target, firstSeed, i + 1, slowest, slowestSeed, slow, interrupted, failure, seed);
            }
        }

        return new FuzzReport(target, firstSeed, runs, slowest, slowestSeed, slow, interrupted, null, 0);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Dice, ValueTask> run, int seed)
    {
        var begun = Stopwatch.GetTimestamp();
        await run(new Dice(seed));
        return Stopwatch.GetElapsedTime(begun);
    }
}
