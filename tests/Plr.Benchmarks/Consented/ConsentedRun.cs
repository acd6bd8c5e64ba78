using System.Globalization;
using System.Text.Json.Nodes;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Serving;
using Plr.Benchmarks.Serving.Graph;

namespace Plr.Benchmarks.Consented;

/// <summary>Measures the whole product beside a hand-written endpoint with the same token, snapshot, decision and log.</summary>
internal static class ConsentedRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly Uri Floor = new("http://127.0.0.1:5094/graphql");
    private static readonly Uri Graph = new("http://127.0.0.1:5095/graphql");

    public static async Task RunAsync(string connectionString, ConsentedOptions options, CancellationToken cancellation)
    {
        var ulns = await ConsentedDatabase.FillAsync(connectionString, options.Learners, cancellation);
        var token = AdviserToken.Issue(GraphServer.DataDirectory);
        byte[][] bodies = [.. ulns.Select(uln => Operation.Body(Documents.Consented, new JsonObject { ["uln"] = $"{uln.Value}" }))];
        using var floor = await ServedProcess.StartAsync("consented-floor", Floor, connectionString, cancellation);
        using var graph = await ServedProcess.StartAsync("graph", Graph, connectionString, cancellation);
        Target[] targets = [new("floor", Floor, floor, token, bodies), new("graph", Graph, graph, token, bodies)];
        await CheckAsync(connectionString, targets, cancellation);
        Console.WriteLine($"Load average before: {LoadAverage.Read() ?? "unknown"}");
        var rounds = new Rounds(options.Rounds, WarmUp, options.RunTime, options.Connections);
        var measured = await rounds.MeasureAsync("consented", targets, cancellation, Accepts);
        Console.WriteLine($"Load average after: {LoadAverage.Read() ?? "unknown"}\n");
        Console.WriteLine(ComparisonReport.Table(measured));
        Console.WriteLine(ComparisonReport.Verdicts(measured));
    }

    /// <summary>Whether an answer, with its head or without, is a learner's whole page.</summary>
    public static bool Accepts(ReadOnlySpan<byte> answer) =>
        answer.IndexOf("{\"data\":{\"learner\":{\"uln\":"u8) >= 0 && answer.IndexOf("\"awardedOn\":"u8) >= 0 && answer.IndexOf("\"errors\":"u8) < 0;

    // Each answer is looked at, and each must have left one row in the log.
    private static async Task CheckAsync(string connectionString, Target[] targets, CancellationToken cancellation)
    {
        var before = await ConsentedDatabase.DisclosuresAsync(connectionString, cancellation);
        var longest = await SameBytes.CheckAsync(targets, Accepts, cancellation);
        var logged = await ConsentedDatabase.DisclosuresAsync(connectionString, cancellation) - before;
        var asked = targets.Sum(target => target.Bodies.Count);
        if (logged != asked)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{asked} answers left {logged} rows in the disclosure log: nothing else may write it meanwhile"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{targets[0].Bodies.Count} requests of each: the same bytes, the longest answer {longest}; {logged} rows in the disclosure log"));
    }
}
