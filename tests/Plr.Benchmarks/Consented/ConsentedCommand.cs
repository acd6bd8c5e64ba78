using System.CommandLine;
using Plr.Benchmarks.Serving;

namespace Plr.Benchmarks.Consented;

/// <summary>The command that measures the consented graph beside its floor.</summary>
internal static class ConsentedCommand
{
    /// <summary>The fewest rounds whose median says something.</summary>
    public const int MinRounds = 5;

    /// <summary>The most learners, for each of whom both servers are asked beforehand.</summary>
    public const int MaxLearners = 10_000;

    /// <param name="run">What is run with the options that were given.</param>
    public static Command Create(
        Option<string?> database, Option<double> seconds, Option<int> connections, Func<string, ConsentedOptions, CancellationToken, Task> run)
    {
        var rounds = WholeNumber("--rounds", "Interleaved rounds; medians are reported.", standard: MinRounds, MinRounds, 1_000);
        var learners = WholeNumber("--learners", "Synthetic learners, asked for in turn.", standard: 1_000, 1, MaxLearners);
        var command = new Command("consented", "Drives the whole product and a hand-written endpoint with the same token, decision and log, interleaved.")
        {
            database, rounds, seconds, connections, learners,
        };
        command.SetAction((parsed, cancellation) => BenchmarkDatabase.WithAsync(
            parsed.GetValue(database),
            (connection, stop) => run(
                connection,
                new ConsentedOptions(parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections), parsed.GetValue(learners)),
                stop),
            cancellation,
            durable: true,
            directory: "benchmarks-consented"));
        return command;
    }

    private static Option<int> WholeNumber(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }] && !(int.TryParse(given, out var number) && number >= least && number <= most))
            {
                result.AddError($"`{name}` is a number from {least} to {most}");
            }
        });
        return option;
    }
}
