using System.Globalization;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Seeding;

namespace Plr.Benchmarks.Soak;

/// <summary>Asks the engine for fifty learners over and over, and watches whether its memory grows.</summary>
internal static class SoakRun
{
    private const double Megabyte = 1_048_576;
    private static readonly Uri Plain = new("http://127.0.0.1:5096/graphql");

    /// <summary>How long load lasts between two samples, and before the first.</summary>
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(10);

    /// <returns>Whether managed heap and working set stayed flat.</returns>
    public static async Task<bool> RunAsync(string connectionString, SoakOptions options, TextWriter output, CancellationToken cancellation)
    {
        if (!await Seeder.IsSeededAsync(connectionString, cancellation))
        {
            await Seeder.SeedAsync(connectionString, cancellation);
        }

        using var plain = await ServedProcess.StartAsync("plain", Plain, connectionString, cancellation);
        var operation = Operation.All.Single(one => one.Name == "learners50");
        var bodies = operation.Bodies();
        await LoadAsync();
        await output.WriteLineAsync("| seconds | requests/s | managed heap KB | working set MB |\n|---:|---:|---:|---:|");
        var samples = new List<SoakSample>();
        for (var at = Spell; at <= options.Time; at += Spell)
        {
            var load = await LoadAsync();
            var memory = await plain.CollectAsync(cancellation) ?? throw new InvalidOperationException("the server does not tell its memory");
            samples.Add(new SoakSample(at, memory.HeapBytes, memory.WorkingSetBytes));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {at.TotalSeconds:0} | {load.RequestsPerSecond:0} | {memory.HeapBytes / 1024.0:0} | {memory.WorkingSetBytes / Megabyte:0.0} |"));
        }

        var (heap, workingSet) = (SoakTrend.Of(samples, sample => sample.HeapBytes), SoakTrend.Of(samples, sample => sample.WorkingSetBytes));
        await output.WriteLineAsync($"\n{Sentence("managed heap", heap)}\n{Sentence("working set", workingSet)}");
        return heap.IsFlat && workingSet.IsFlat;

        Task<LoadResult> LoadAsync() => LoadGenerator.RunAsync(Plain, bodies, token: null, options.Connections, Spell, cancellation, operation.Accepts);
    }

    private static string Sentence(string what, SoakTrend trend) => string.Create(
        CultureInfo.InvariantCulture,
        $"- {what}: {(trend.IsFlat ? "flat" : "grows")}; first quarter {trend.First / Megabyte:0.00} MB, last quarter {trend.Last / Megabyte:0.00} MB, slope {trend.SlopePerMinute / Megabyte:0.000} MB a minute");
}
