using Plr.Storage.Embedded;

namespace Plr.Benchmarks.Serving;

/// <summary>The database of the benchmarks: the one named, or a private cluster beside the demonstration's.</summary>
internal static class BenchmarkDatabase
{
    public static async Task<int> WithAsync(string? named, Func<string, CancellationToken, Task> run, CancellationToken cancellation)
    {
        if (named is not null)
        {
            await run(named, cancellation);
            return 0;
        }

        await using var cluster = await EmbeddedCluster.StartAsync(
            new EmbeddedClusterOptions { DataDirectory = Path.GetFullPath(Path.Combine(".plr", "benchmarks")), Durable = false }, cancellation);
        await run(cluster.ConnectionString, cancellation);
        return 0;
    }
}
