using System.CommandLine;
using System.Globalization;
using Plr.Benchmarks.Serving;

namespace Plr.Benchmarks.Soak;

/// <summary>The command that watches the engine's memory under load.</summary>
internal static class SoakCommand
{
    /// <summary>The least: six samples.</summary>
    public const double MinMinutes = 1;

    /// <summary>The most: a day.</summary>
    public const double MaxMinutes = 1_440;

    /// <param name="run">What is run with the options that were given; whether the memory stayed flat.</param>
    public static Command Create(Option<string?> database, Option<int> connections, Func<string, SoakOptions, CancellationToken, Task<bool>> run)
    {
        var minutes = new Option<double>("--minutes") { Description = "Minutes under load.", DefaultValueFactory = _ => 10 };
        minutes.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var given }]
                && !(double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= MinMinutes and <= MaxMinutes))
            {
                result.AddError($"`--minutes` is a number from {MinMinutes} to {MaxMinutes}");
            }
        });
        var command = new Command("soak", "Loads the engine with learners50 and samples its memory every 10 seconds; 1 when it grows.") { database, minutes, connections };
        command.SetAction(async (parsed, cancellation) =>
        {
            var isFlat = false;
            await BenchmarkDatabase.WithAsync(
                parsed.GetValue(database),
                async (connection, stop) => isFlat = await run(
                    connection, new SoakOptions(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(connections)), stop),
                cancellation);
            return isFlat ? 0 : 1;
        });
        return command;
    }
}
