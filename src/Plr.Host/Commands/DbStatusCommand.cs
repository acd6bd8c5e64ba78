using System.CommandLine;
using Plr.Host.Database;

namespace Plr.Host.Commands;

/// <summary><c>plr db status</c>: compares the database with this build.</summary>
internal static class DbStatusCommand
{
    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("status", "Says which migrations are applied and which are missing. Exit code 1 when any is.");
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var opened = await OpenedDatabase.OpenAsync(context.Configuration, cancellationToken);
        var status = await opened.Database.StatusAsync(cancellationToken);
        await context.Output.WriteLineAsync($"PostgreSQL {status.ServerVersion}, {opened.Place}");
        await PrintAsync(context.Output, "applied", status.Applied);
        await PrintAsync(context.Output, "missing", status.Pending);
        await PrintAsync(context.Output, "of a newer build", status.Unknown);
        return status.Pending.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task PrintAsync(TextWriter output, string heading, IReadOnlyList<string> migrations)
    {
        foreach (var migration in migrations)
        {
            await output.WriteLineAsync($"{heading}: {migration}");
        }
    }
}
