using System.CommandLine;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.Serving;

namespace Plr.Benchmarks.SideBySide;

/// <summary>The command that measures GraphQL servers of other makes beside ours.</summary>
internal static class PeerCommand
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static Command Create(Option<string?> database, Option<int> rounds, Option<double> seconds, Option<int> connections)
    {
        var processes = new Option<int>("--processes") { Description = "Of each peer, sharing its port.", DefaultValueFactory = _ => 1 };
        processes.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !(int.TryParse(given, out var count) && count is >= 1 and <= 8))
            {
                result.AddError("`--processes` is a number from 1 to 8");
            }
        });
        var peers = Folder("--peers", "Where their programs and packages are.", "peers");
        var target = Folder("--out", "Where table and picture go.", "results");
        var command = new Command("peers", "Drives floor, plain and the GraphQL servers of `peers/`, interleaved, and writes a table and a picture.")
        {
            database, rounds, seconds, connections, processes, peers, target,
        };
        command.SetAction((parsed, cancellation) => BenchmarkDatabase.WithAsync(
            parsed.GetValue(database),
            (connection, stop) => PeerRun.RunAsync(
                connection,
                new PeerOptions(
                    new Rounds(parsed.GetValue(rounds), WarmUp, TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections)),
                    parsed.GetValue(processes),
                    new PeerFolder(parsed.GetRequiredValue(peers)),
                    parsed.GetRequiredValue(target)),
                stop),
            cancellation));
        return command;
    }

    private static Option<DirectoryInfo> Folder(string name, string description, string standard) => new(name)
    {
        Description = description,
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("tests", "Plr.Benchmarks", standard)),
    };
}
