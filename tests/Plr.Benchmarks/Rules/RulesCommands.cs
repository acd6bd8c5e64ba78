using System.CommandLine;
using Plr.Rules.Testing;

namespace Plr.Benchmarks.Rules;

/// <summary>The commands about rules of combination.</summary>
internal static class RulesCommands
{
    public static Command Catalogue()
    {
        var qualifications = new Option<int>("--qualifications")
        {
            Description = $"How many, from {NationalGenerator.FewestQualifications}; units and links in the nation's proportion.",
            DefaultValueFactory = _ => NationalGenerator.NationalQualifications,
        };
        var learners = new Option<int>("--learners") { Description = "How many.", DefaultValueFactory = _ => 2_000 };
        var units = new Option<int>("--units") { Description = "Units that each learner holds.", DefaultValueFactory = _ => 30 };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same files.", DefaultValueFactory = _ => 1 };
        var target = new Option<DirectoryInfo>("--out") { Description = "The folder.", Required = true, HelpName = "DIR" };
        var command = new Command("catalogue", "Writes a catalogue as published rules are, and learners, for `plr rules time`.") { qualifications, learners, units, seed, target };
        command.SetAction(parsed => CatalogueFiles.Write(
            parsed.GetValue(qualifications), parsed.GetValue(learners), parsed.GetValue(units), parsed.GetValue(seed), parsed.GetRequiredValue(target), Console.Out));
        return command;
    }

    public static Command Parts()
    {
        var filter = new Option<string>("--filter") { Description = "Which, as `*Ranking*`.", DefaultValueFactory = _ => "*" };
        var command = new Command("rules", "Measures compiling, ranking and explaining one by one, within this process.") { filter };
        command.SetAction(parsed => PartBenchmarks.Run(parsed.GetValue(filter)!) > 0 ? 0 : 1); // The option has a default.
        return command;
    }

    public static Command Scale()
    {
        var sizes = new Option<int[]>("--qualifications")
        {
            Description = "Sizes, ascending, at least two.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [10_000, 20_000, NationalGenerator.NationalQualifications, 100_000],
        };
        sizes.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1)
            {
                result.AddError("a picture needs at least two sizes");
            }
        });
        var learners = new Option<int>("--learners") { Description = "How many rankings of each size.", DefaultValueFactory = _ => 500 };
        var target = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("tests", "Plr.Benchmarks", "results")),
        };
        var command = new Command("scale", "Ranks on catalogues of growing size and writes a table and a picture.") { sizes, learners, target };
        command.SetAction(parsed => ScaleRun.Write(
            parsed.GetRequiredValue(sizes).Order().ToList(), parsed.GetValue(learners), parsed.GetRequiredValue(target), Console.Out));
        return command;
    }
}
