using Plr.Storage;
using Plr.Storage.Demonstration;

namespace Plr.Benchmarks.Hostile;

/// <summary>The whole table, measured: processor time of each refusal, what a bystander notices, and the memory afterwards.</summary>
internal static class HostileRun
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxProcessorTime = TimeSpan.FromMilliseconds(50);

    /// <returns>0 when every row is as the table says and within the figures, else 1.</returns>
    public static async Task<int> RunAsync(string connectionString, HostileOptions options, TextWriter output, CancellationToken cancellation)
    {
        await PrepareAsync(connectionString, cancellation);
        var dataDirectory = Directory.CreateTempSubdirectory("plr-hostile-");
        await using var server = await HostileServer.StartAsync(connectionString, dataDirectory.FullName, options.Urls, cancellation);
        using var client = new TransportClient(server.Address);
        using var bystander = new Bystander(server.Address);

        await AttackAllAsync(server, client, times: 3, cancellation); // For the compiler and the caches.
        var calm = await BesideAsync(bystander, () => Task.Delay(Calm, cancellation));
        var memoryBefore = server.ResidentBytes;
        var probes = await AttackAllAsync(server, client, options.Times / 2, cancellation);

        var crowd = await BesideAsync(bystander, () => AttackAllAsync(server, client, options.Times - (options.Times / 2), cancellation));
        var protocols = await AttackProtocolsAsync(server, cancellation);
        await Task.Delay(options.Settle, cancellation);
        var report = new HostileReport(probes, protocols, calm, crowd, [.. bystander.Errors], memoryBefore, server.ResidentBytes, server.HasExited);
        await report.WriteAsync(output);
        dataDirectory.Delete(recursive: true);
        return report.IsGood(MaxProcessorTime) ? 0 : 1;
    }

    private static async Task PrepareAsync(string connectionString, CancellationToken cancellation)
    {
        await using var database = new PlrDatabase(connectionString);
        await database.MigrateAsync(cancellation);
        await new DemonstrationData(database, TimeProvider.System).LoadIfEmptyAsync(cancellation);
    }

    private static async Task<List<double>> BesideAsync(Bystander bystander, Func<Task> work)
    {
        using var stop = new CancellationTokenSource();
        var asking = bystander.RunAsync(stop.Token);
        await work();
        await stop.CancelAsync();
        await asking;
        return bystander.TakeLatencies();
    }

    private static async Task<List<Probe>> AttackAllAsync(HostileServer server, TransportClient client, int times, CancellationToken cancellation)
    {
        var probes = new List<Probe>();
        foreach (var attack in AttackTable.All.Values)
        {
            foreach (var transport in Enum.GetValues<Transport>().Where(transport => attack.ReasonAgainst(transport) is null))
            {
                probes.Add(await Probe.RunAsync(server, client, attack, transport, times, cancellation));
            }
        }

        return probes;
    }

    private static async Task<List<(ProtocolAttack Attack, string? Wrong)>> AttackProtocolsAsync(HostileServer server, CancellationToken cancellation)
    {
        var met = new List<(ProtocolAttack, string?)>();
        foreach (var attack in ProtocolAttacks.All.Values)
        {
            met.Add((attack, await attack.RunAsync(server.Address, cancellation)));
        }

        return met;
    }
}
