using Plr.Storage.Embedded;

namespace Plr.Benchmarks.Serving;

/// <summary>The database of the benchmarks: the one named, or a private cluster beside the demonstration's.</summary>
internal static class BenchmarkDatabase
{
    /// <param name="durable">Whether a commit waits for the disk: what is measured with a log needs it.</param>
    /// <param name="directory">Of the private cluster, in <c>.plr</c>; null for the one that most benchmarks share.</param>
    public static async Task<int> WithAsync(
        string? named, Func<string, CancellationToken, Task> run, CancellationToken cancellation, bool durable = false, string? directory = null)
    {
        if (named is not null)
        {
            await run(named, cancellation);
            return 0;
        }

        await using var cluster = await EmbeddedCluster.StartAsync(
            new EmbeddedClusterOptions { DataDirectory = Path.GetFullPath(Path.Combine(".plr", directory ?? (durable ? "benchmarks-durable" : "benchmarks"))), Durable = durable }, cancellation);
        await run(cluster.ConnectionString, cancellation);
        return 0;
    }
}
