using System.CommandLine;
using Plr.Benchmarks.Serving;

namespace Plr.Benchmarks.Starts;

/// <summary>The command that measures how soon the host answers.</summary>
internal static class StartCommand
{
    public static Command Create(Option<string?> database)
    {
        var starts = new Option<int>("--starts") { Description = "Of each program, in turn; medians are reported.", DefaultValueFactory = _ => 9 };
        var published = new Option<DirectoryInfo?>("--published")
        {
            Description = "A published host; without it one is published into a temporary folder, compiled ahead of time.",
            HelpName = "DIR",
        };
        var command = new Command("start", "From the start of `plr serve` to its first answer, as built and as published.") { database, starts, published };
        command.SetAction((parsed, cancellation) => BenchmarkDatabase.WithAsync(
            parsed.GetValue(database), (connection, stop) => RunAsync(connection, parsed.GetValue(published), parsed.GetValue(starts), stop), cancellation));
        return command;
    }

    private static async Task RunAsync(string connectionString, DirectoryInfo? published, int starts, CancellationToken cancellation)
    {
        var own = published is null ? Directory.CreateTempSubdirectory("plr-published-") : null;
        if (own is not null)
        {
            await StartRun.PublishAsync(own.FullName, cancellation);
        }

        var programs = new OrderedDictionary<string, string> { ["as built"] = AppContext.BaseDirectory, ["published, ready to run"] = (own ?? published!).FullName }; // One of them is there.
        await StartRun.RunAsync(connectionString, programs, starts, Console.Out, cancellation);
        own?.Delete(recursive: true);
    }
}
