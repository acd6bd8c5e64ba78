namespace Plr.Benchmarks.Comparison;

/// <summary>The medians of one server's runs of one operation.</summary>
internal sealed record Measurement(string Server, string Operation, double RequestsPerSecond, TimeSpan Median, TimeSpan NinetyNinth, TimeSpan? ProcessorTimePerRequest, long? WorkingSet)
{
    public static Measurement Of(string server, string operation, IReadOnlyList<(LoadResult Load, TimeSpan? ProcessorTime)> runs, long? workingSet) => new(
        server,
        operation,
        Middle(runs.Select(run => run.Load.RequestsPerSecond)),
        TimeSpan.FromTicks((long)Middle(runs.Select(run => (double)run.Load.Median.Ticks))),
        TimeSpan.FromTicks((long)Middle(runs.Select(run => (double)run.Load.NinetyNinth.Ticks))),
        runs[0].ProcessorTime is null ? null : TimeSpan.FromTicks((long)Middle(runs.Select(run => run.ProcessorTime!.Value.Ticks / (double)run.Load.Requests))),
        workingSet);

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
