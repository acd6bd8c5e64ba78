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
}
