using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.National;
using Plr.Benchmarks.Serving.Graph;

namespace Plr.Benchmarks.Routes;

/// <summary>Drives <c>routes(first: 20)</c> with consent answers: an adviser's token, many learners in turn, every answer looked at.</summary>
internal static class RoutesRun
{
    private static readonly Uri Address = new("http://127.0.0.1:5093/graphql");
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string connectionString, RoutesOptions options, CancellationToken cancellation)
    {
        await NationalDatabase.FillAsync(connectionString, options.Catalogue, options.Learners, cancellation);
        var token = AdviserToken.Issue(GraphServer.DataDirectory);
        var ulns = await LearnersAsync(connectionString, cancellation);
        var start = Stopwatch.StartNew();
        using var graph = await ServedProcess.StartAsync("graph", Address, connectionString, cancellation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"started in {start.Elapsed.TotalSeconds:0.0} s, {graph.WorkingSet / 1_048_576} MB"));
        Console.WriteLine();
        Console.WriteLine("| document | requests/s | p50 ms | p99 ms | graph CPU µs/request | database CPU µs/request | memory MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var document in RoutesDocument.All)
        {
            await MeasureAsync(document, [.. ulns.Select(document.Body)], graph, token, options, cancellation);
        }
    }

    private static async Task MeasureAsync(
        RoutesDocument document, IReadOnlyList<byte[]> bodies, ServedProcess graph, string token, RoutesOptions options, CancellationToken cancellation)
    {
        var runs = new List<MeasuredRun>();
        var database = new List<double>();
        await LoadAsync(WarmUp);
        for (var round = 0; round < options.Rounds; round++)
        {
            var (graphBefore, databaseBefore) = (graph.ProcessorTime, DatabaseProcesses.ProcessorTime());
            var load = await LoadAsync(options.RunTime);
            runs.Add(new MeasuredRun(load, graph.ProcessorTime - graphBefore));
            database.Add((DatabaseProcesses.ProcessorTime() - databaseBefore).TotalMicroseconds / load.Requests);
        }

        var row = Measurement.Of("graph", document.Name, runs, graph.WorkingSet);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {document.Name} | {row.RequestsPerSecond:0} | {row.Median.TotalMilliseconds:0.0} | {row.NinetyNinth.TotalMilliseconds:0.0} | {row.ProcessorTimePerRequest?.TotalMicroseconds:0} | {database.Order().ElementAt(database.Count / 2):0} | {row.WorkingSet / 1_048_576} |"));

        Task<LoadResult> LoadAsync(TimeSpan time) =>
            LoadGenerator.RunAsync(Address, bodies, token, options.Connections, time, cancellation, document.Accepts);
    }

    private static async Task<List<long>> LearnersAsync(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT uln FROM permission_grants WHERE purpose = 'careers advice' AND 'Routes' = ANY(scopes) ORDER BY id LIMIT 5000");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var ulns = new List<long>();
        while (await rows.ReadAsync(cancellation))
        {
            ulns.Add(rows.GetInt64(0));
        }

        return ulns;
    }
}
