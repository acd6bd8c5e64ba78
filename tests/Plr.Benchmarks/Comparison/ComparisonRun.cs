using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Plr.Benchmarks.Seeding;
using Plr.Benchmarks.Serving;

namespace Plr.Benchmarks.Comparison;

/// <summary>Drives the servers one after the other, round by round, so that whatever else the machine does falls on all of them.</summary>
internal static class ComparisonRun
{
    private static readonly Uri Floor = new("http://127.0.0.1:5091/graphql");
    private static readonly Uri Plain = new("http://127.0.0.1:5092/graphql");
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(string connectionString, ComparisonOptions options, CancellationToken cancellation)
    {
        if (!await Seeder.IsSeededAsync(connectionString, cancellation))
        {
            await Seeder.SeedAsync(connectionString, cancellation);
        }

        using var floor = await ServedProcess.StartAsync("floor", Floor, connectionString, cancellation);
        using var plain = await ServedProcess.StartAsync("plain", Plain, connectionString, cancellation);
        List<Measurement> measured = [];
        foreach (var (operation, bodies) in Operations())
        {
            var targets = new List<Target> { new("floor", Floor, floor, null, bodies), new("plain", Plain, plain, null, bodies) };
            if (operation == "learner" && options.Consented is { } consented)
            {
                targets.Add(new Target("consented", consented.Address, consented.ProcessId is { } id ? ServedProcess.Attach(id) : null, consented.Token, [Body(ConsentedTarget.Document, new JsonObject { ["uln"] = consented.Uln })]));
            }

            measured.AddRange(await MeasureAsync(operation, targets, options, cancellation));
        }

        Console.WriteLine(Table(measured));
    }

    private static async Task<IEnumerable<Measurement>> MeasureAsync(string operation, List<Target> targets, ComparisonOptions options, CancellationToken cancellation)
    {
        foreach (var target in targets)
        {
            await LoadAsync(target, options.Connections, WarmUp, cancellation);
        }

        var runs = targets.ToDictionary(target => target, _ => new List<(LoadResult, TimeSpan?)>());
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var target in targets)
            {
                var before = target.Process?.ProcessorTime;
                var load = await LoadAsync(target, options.Connections, options.RunTime, cancellation);
                runs[target].Add((load, target.Process?.ProcessorTime - before));
            }
        }

        return targets.Select(target => Measurement.Of(target.Name, operation, runs[target], target.Process?.WorkingSet));
    }

    private static Task<LoadResult> LoadAsync(Target target, int connections, TimeSpan time, CancellationToken cancellation) =>
        LoadGenerator.RunAsync(target.Address, target.Bodies, target.Token, connections, time, cancellation);

    private static IEnumerable<(string Operation, IReadOnlyList<byte[]> Bodies)> Operations()
    {
        yield return ("hello", [Body(Documents.Hello, null)]);
        yield return ("learner", [.. Enumerable.Range(0, 1_000).Select(learner => Body(
            Documents.Learner, new JsonObject { ["uln"] = (Seeder.FirstUln + (learner * 7L % Seeder.Learners)).ToString(CultureInfo.InvariantCulture) }))]);
        yield return ("learners50", [Body(Documents.Learners, new JsonObject { ["first"] = 50 })]);
    }

    private static byte[] Body(string document, JsonObject? variables) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["query"] = document, ["variables"] = variables }.ToJsonString());

    private static string Table(List<Measurement> measured)
    {
        var table = new StringBuilder();
        table.AppendLine("| operation | server | requests/s | × floor | p50 ms | p99 ms | CPU µs/request | × floor | memory MB |");
        table.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in measured)
        {
            var floor = measured.First(other => other.Server == "floor" && other.Operation == row.Operation);
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Operation} | {row.Server} | {row.RequestsPerSecond:0} | {row.RequestsPerSecond / floor.RequestsPerSecond:0.00} | {row.Median.TotalMilliseconds:0.00} | {row.NinetyNinth.TotalMilliseconds:0.00} | {row.ProcessorTimePerRequest?.TotalMicroseconds:0.0} | {row.ProcessorTimePerRequest / floor.ProcessorTimePerRequest:0.00} | {row.WorkingSet / 1_048_576.0:0} |");
        }

        return table.ToString();
    }

    private sealed record Target(string Name, Uri Address, ServedProcess? Process, string? Token, IReadOnlyList<byte[]> Bodies);
}
