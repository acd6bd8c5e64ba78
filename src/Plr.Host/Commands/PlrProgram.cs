using System.CommandLine;
using Plr.Domain.Records;
using Plr.Storage.Embedded;

namespace Plr.Host.Commands;

/// <summary>The command line of <c>plr</c>: one command, one file of this folder.</summary>
public static class PlrProgram
{
    // A stop lets requests in flight end and the private database write everything down.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);

    private static readonly Option<string?> EnvironmentOption = new("--environment")
    {
        Description = "Development or Production; `ASPNETCORE_ENVIRONMENT` when not given, which `dotnet run` sets to Development",
        Recursive = true,
        Hidden = true,
    };

    /// <summary>Runs one command line to its end.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = CommandLine(output, error).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("`plr --help` and `plr COMMAND --help` list what there is");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopPatience,
            });
        }
        catch (Exception refused) when (refused is RefusedException or EmbeddedDatabaseException)
        {
            await error.WriteLineAsync($"plr: {refused.Message}");
            return ExitCode.Refused;
        }
        catch (RecordStoreUnavailableException unavailable)
        {
            await error.WriteLineAsync(
                $"plr: {unavailable.Message}; check that the server `ConnectionStrings__Plr` names runs, and that host, port and password are right");
            return ExitCode.Refused;
        }
    }

    private static RootCommand CommandLine(TextWriter output, TextWriter error)
    {
        CommandContext Context(ParseResult parsed) => new(output, error, parsed.GetValue(EnvironmentOption));

        var root = new RootCommand("Plr.Graph: the Personal Learning Record as a graph. Without a command it serves.")
        {
            EnvironmentOption,
            ServeCommand.Create(Context),
            TokenCommand.Create(Context),
            new Command("catalogue", "The public reference data.") { CatalogueImportCommand.Create(Context) },
            new Command("schema", "The contract, as files.") { SchemaExportCommand.Create(Context) },
            new Command("rules", "Rules of combination, without a database.")
            {
                RulesEvaluateCommand.Create(Context),
                RulesTimeCommand.Create(Context),
                RulesCheckCommand.Create(Context),
                RulesCheckCommand.CreateFormat(Context),
            },
            new Command("db", "The database, for deployments.") { DbMigrateCommand.Create(Context), DbStatusCommand.Create(Context) },
        };
        ServeCommand.Attach(root, Context);
        return root;
    }
}
