using System.CommandLine;
using Plr.Host.Database;
using Plr.Storage.Import;

namespace Plr.Host.Commands;

/// <summary><c>plr catalogue import</c>: the regulator's files into the catalogue, all of a run or none.</summary>
internal static class CatalogueImportCommand
{
    private const int MaxFindingsPrinted = 50;

    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "register extracts (.csv, .tsv), rules of combination (.json), or directories of them",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("import", "Imports the regulator's data. Says what was read, refused and why. Safe to run again.") { Paths };
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), parsed.GetRequiredValue(Paths), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string[] paths, CancellationToken cancellationToken)
    {
        await using var opened = await OpenedDatabase.OpenAsync(context.Configuration, cancellationToken);
        if (context.Configuration.IsDevelopment)
        {
            await opened.Database.MigrateAsync(cancellationToken);
        }

        try
        {
            var report = await new CatalogueImport(opened.Database, TimeProvider.System).RunAsync(paths, cancellationToken);
            await PrintAsync(context, report);
            return ExitCode.Done;
        }
        catch (CatalogueImportException refused)
        {
            throw new RefusedException(refused.Message, refused);
        }
    }

    private static async Task PrintAsync(CommandContext context, ImportReport report)
    {
        foreach (var file in report.Files)
        {
            await context.Output.WriteLineAsync($"{file.File}: {file.Content}, {file.Read} read, {file.Rejected} rejected");
        }

        foreach (var finding in report.Findings.OrderByDescending(finding => finding.Severity).Take(MaxFindingsPrinted))
        {
            await context.Error.WriteLineAsync(finding.ToString());
        }

        if (report.Findings.Count > MaxFindingsPrinted)
        {
            await context.Error.WriteLineAsync($"and {report.Findings.Count - MaxFindingsPrinted} findings more");
        }

        await context.Output.WriteLineAsync(
            $"{report.Read} read, {report.Rejected} rejected, {report.Findings.Count - report.Rejected} warnings; {report.Added} rows added, {report.Changed} changed");
    }
}
