using Plr.Benchmarks.Seeding;
using Plr.Benchmarks.Serving.Floor;

namespace Plr.Benchmarks.Comparison;

/// <summary>Measures the engine beside the floor.</summary>
internal static class ComparisonRun
{
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly Uri Floor = new("http://127.0.0.1:5091/graphql");
    private static readonly Uri Plain = new("http://127.0.0.1:5092/graphql");

    public static async Task RunAsync(string connectionString, Rounds rounds, CancellationToken cancellation)
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
            List<Target> targets = [new("floor", Floor, floor, null, bodies), new("plain", Plain, plain, null, bodies)];
            if (operation.Name == "hello")
            {
                targets.Add(new Target(ComparisonReport.Bare, new Uri(Floor, FloorServer.BarePath), floor, null, bodies));
            }

            measured.AddRange(await rounds.MeasureAsync(operation.Name, targets, cancellation, operation.Accepts));
        }

        Console.WriteLine(ComparisonReport.Table(measured));
        Console.WriteLine(ComparisonReport.Verdicts(measured));
    }
}
