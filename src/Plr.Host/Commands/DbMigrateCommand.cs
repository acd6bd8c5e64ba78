using System.CommandLine;
using Plr.Host.Database;

namespace Plr.Host.Commands;

/// <summary><c>plr db migrate</c>: brings the database's schema up to this build.</summary>
internal static class DbMigrateCommand
{
    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("migrate", "Applies the migrations that are missing. Safe to run again, and from several machines at once.");
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var opened = await OpenedDatabase.OpenAsync(context.Configuration, cancellationToken);
        await opened.Database.MigrateAsync(cancellationToken);
        var status = await opened.Database.StatusAsync(cancellationToken);
        await context.Output.WriteLineAsync($"{status.Applied.Count} migrations applied in {opened.Place}; none is missing");
        return ExitCode.Done;
    }
}
