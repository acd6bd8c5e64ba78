using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Plr.Benchmarks.Seeding;

namespace Plr.Benchmarks.Comparison;

/// <summary>Measures the engine, and the consented graph where one is named, beside the floor.</summary>
internal static class ComparisonRun
{
    private static readonly Uri Floor = new("http://127.0.0.1:5091/graphql");
    private static readonly Uri Plain = new("http://127.0.0.1:5092/graphql");

    public static async Task RunAsync(string connectionString, ComparisonOptions options, CancellationToken cancellation)
    {
        if (!await Seeder.IsSeededAsync(connectionString, cancellation))
        {
            await Seeder.SeedAsync(connectionString, cancellation);
        }

        using var floor = await ServedProcess.StartAsync("floor", Floor, connectionString, cancellation);
        using var plain = await ServedProcess.StartAsync("plain", Plain, connectionString, cancellation);
        List<Measurement> measured = [];
        foreach (var operation in Operation.All)
        {
            var bodies = operation.Bodies();
            var targets = new List<Target> { new("floor", Floor, floor, null, bodies), new("plain", Plain, plain, null, bodies) };
            if (operation.Name == "learner" && options.Consented is { } consented)
            {
                targets.Add(new Target("consented", consented.Address, consented.ProcessId is { } id ? ServedProcess.Attach(id) : null, consented.Token, [Operation.Body(ConsentedTarget.Document, new JsonObject { ["uln"] = consented.Uln })]));
            }

            measured.AddRange(await options.Rounds.MeasureAsync(operation.Name, targets, cancellation));
        }

        Console.WriteLine(Table(measured));
    }

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
}
