using System.Globalization;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Seeding;

namespace Plr.Benchmarks.SideBySide;

/// <summary>Floor, plain and the peers side by side, on one database, in one session.</summary>
internal static class PeerRun
{
    private const int FirstPort = 5361;

    /// <summary>Writes <c>peers.md</c> and <c>peers.svg</c>, with the number of processes in their names where it is not 1.</summary>
    public static async Task RunAsync(string connectionString, PeerOptions options, CancellationToken cancellation)
    {
        if (!await Seeder.IsSeededAsync(connectionString, cancellation))
        {
            await Seeder.SeedAsync(connectionString, cancellation);
        }

        var servers = new List<Server>();
        try
        {
            await StartAsync(servers, connectionString, options, cancellation);
            var (busyBefore, sizes, rows) = (LoadAverage.Read(), new Dictionary<string, int>(), new List<Measurement>());
            foreach (var operation in Operation.All)
            {
                var targets = servers.ConvertAll(server => server.TargetOf(operation));
                sizes[operation.Name] = await SameAnswers.CheckAsync(operation, targets, cancellation);
                rows.AddRange(await options.Rounds.MeasureAsync(operation.Name, targets, cancellation, operation.Accepts));
                Console.WriteLine(PeerReport.Table(rows.Where(row => row.Operation == operation.Name).ToList()));
            }

            var session = new PeerSession(
                DateTime.UtcNow, options, await options.Folder.NodeVersionAsync(cancellation), [.. options.Folder.Versions()], sizes, busyBefore, LoadAverage.Read());
            Write(session, rows, options);
        }
        finally
        {
            servers.ForEach(server => server.Process.Dispose());
        }
    }

    private static async Task StartAsync(List<Server> servers, string connectionString, PeerOptions options, CancellationToken cancellation)
    {
        foreach (var ours in (string[])["floor", "plain"])
        {
            var address = AddressOf(servers.Count);
            servers.Add(new Server(ours, address, await ServedProcess.StartAsync(ours, address, connectionString, cancellation), IsOne: true, Peer: null));
        }

        foreach (var peer in Peer.All)
        {
            var address = AddressOf(servers.Count);
            var process = await ServedProcess.StartAsync(options.Folder.Serve(peer, address.Port, options.Processes, connectionString), cancellation);
            servers.Add(new Server(peer.Name, address, process, options.Processes == 1, peer));
        }
    }

    private static void Write(PeerSession session, List<Measurement> rows, PeerOptions options)
    {
        var name = options.Processes == 1 ? "peers" : string.Create(CultureInfo.InvariantCulture, $"peers-{options.Processes}-processes");
        options.Target.Create();
        File.WriteAllText(Path.Combine(options.Target.FullName, name + ".md"), PeerReport.Page(session, rows, name + ".svg"));
        File.WriteAllText(Path.Combine(options.Target.FullName, name + ".svg"), PeerChart.Draw(rows, session.Summary));
    }

    private static Uri AddressOf(int server) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FirstPort + server}/graphql"));

    private sealed record Server(string Name, Uri Address, ServedProcess Process, bool IsOne, Peer? Peer)
    {
        public Target TargetOf(Operation operation) => new(Name, Address, IsOne ? Process : null, Token: null, operation.Bodies(Peer?.DocumentOf(operation)));
    }
}
