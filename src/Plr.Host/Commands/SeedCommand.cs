using System.CommandLine;
using Plr.Domain.Identifiers;
using Plr.Host.Database;
using Plr.Storage;
using Plr.Storage.Catalogue;
using Plr.Storage.Seeding;

namespace Plr.Host.Commands;

/// <summary><c>plr seed</c>: synthetic learners on the catalogue in hand, reproducible.</summary>
internal static class SeedCommand
{
    private static readonly Option<int> Learners = new("--learners") { Description = "how many", HelpName = "N", Required = true };

    private static readonly Option<int> Achievements = new("--achievements")
    {
        Description = "units that each has achieved", HelpName = "M", DefaultValueFactory = _ => 30,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "the same seed makes the same learners", HelpName = "S", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Consenting = new("--consenting")
    {
        Description = "how many of a hundred permit a careers adviser to see identity, achievements and routes", HelpName = "PERCENT", DefaultValueFactory = _ => 50,
    };

    private static readonly Option<string?> Adviser = new("--adviser")
    {
        Description = "whom they permit; the first participating careers adviser when not given", HelpName = "UKPRN",
    };

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("seed", "Makes synthetic learners on the catalogue in hand, the same every time. Development only.")
        {
            Learners, Achievements, Seed, Consenting, Adviser,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!context.Configuration.IsDevelopment)
        {
            throw new RefusedException($"synthetic learners are made in Development alone, and this is {context.EnvironmentName}");
        }

        await using var opened = await OpenedDatabase.OpenAsync(context.Configuration, cancellationToken);
        await opened.Database.MigrateAsync(cancellationToken);
        try
        {
            var options = new SeedOptions(
                parsed.GetValue(Learners), parsed.GetValue(Achievements), parsed.GetValue(Seed), parsed.GetValue(Consenting),
                await AdviserOf(opened.Database, parsed.GetValue(Adviser), cancellationToken));
            var report = await new LearnerSeeding(opened.Database, TimeProvider.System).RunAsync(options, cancellationToken);
            await context.Output.WriteLineAsync(
                $"{report.Learners} learners with {report.Achievements} achievements; {report.Consenting} permit {report.Adviser?.Name ?? "nobody"}; {report.Added} rows added");
            return ExitCode.Done;
        }
        catch (SeedRefusedException refused)
        {
            throw new RefusedException(refused.Message, refused);
        }
    }

    private static async Task<OrganisationId?> AdviserOf(PlrDatabase database, string? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return null;
        }

        var ukprn = Ukprn.Parse(text);
        if (!ukprn.Succeeded)
        {
            throw new RefusedException($"`--adviser {text}`: {ukprn.Problem.Message} ({ukprn.Problem.Code})");
        }

        var catalogue = await CatalogueSource.ReadAsync(database, cancellationToken);
        return catalogue.Organisation(ukprn.Value)?.Id ?? throw new RefusedException($"`--adviser {text}`: the catalogue holds no organisation of this UKPRN");
    }
}
