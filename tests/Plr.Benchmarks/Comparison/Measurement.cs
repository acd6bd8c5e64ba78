namespace Plr.Benchmarks.Comparison;

/// <summary>The medians of one server's runs of one operation.</summary>
/// <param name="AllocatedPerRequest">Bytes on the server's managed heap; null where it does not tell.</param>
/// <param name="Gen2Collections">In all runs together; null where the server does not tell.</param>
/// <param name="Rates">Requests per second, round by round.</param>
internal sealed record Measurement(
    string Server,
    string Operation,
    double RequestsPerSecond,
    TimeSpan Median,
    TimeSpan NinetyNinth,
    TimeSpan? ProcessorTimePerRequest,
    double? AllocatedPerRequest,
    int? Gen2Collections,
    long? WorkingSet,
    IReadOnlyList<double> Rates)
{
    /// <summary>The median of the rounds' ratios: what slows a whole round down leaves it as it is.</summary>
    public double RatioTo(Measurement other) => Middle(Rates.Zip(other.Rates, (mine, its) => mine / its));

    public static Measurement Of(string server, string operation, IReadOnlyList<MeasuredRun> runs, long? workingSet) => new(
        server,
        operation,
        Middle(runs.Select(run => run.Load.RequestsPerSecond)),
        TimeSpan.FromTicks((long)Middle(runs.Select(run => (double)run.Load.Median.Ticks))),
        TimeSpan.FromTicks((long)Middle(runs.Select(run => (double)run.Load.NinetyNinth.Ticks))),
        runs[0].ProcessorTime is null ? null : TimeSpan.FromTicks((long)Middle(runs.Select(run => run.ProcessorTime!.Value.Ticks / (double)run.Load.Requests))),
        runs[0].AllocatedBytes is null ? null : Middle(runs.Select(run => run.AllocatedBytes!.Value / (double)run.Load.Requests)),
        runs[0].Gen2Collections is null ? null : runs.Sum(run => run.Gen2Collections),
        workingSet,
        [.. runs.Select(run => run.Load.RequestsPerSecond)]);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
