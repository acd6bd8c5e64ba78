using System.CommandLine;
using System.Text;
using Plr.Rules.Checking;
using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Host.Commands;

/// <summary><c>plr rules check</c> and <c>plr rules format</c>: for people who write rules.</summary>
internal static class RulesCheckCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "rules as text (schema/rules-text.md) or as `rta-exchange/1` (schema/rta-exchange.md)" };
    private static readonly Argument<FileInfo> TextFile = new("FILE") { Description = "rules as text (schema/rules-text.md)" };

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("check", "Looks for what is wrong or odd about rules of combination. Exit code 1 when anything is an error.") { File };
        command.SetAction((parsed, cancellationToken) => CheckAsync(contextOf(parsed), parsed.GetRequiredValue(File), cancellationToken));
        return command;
    }

    public static Command CreateFormat(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("format", "Prints rules in the canonical layout of the text form; comments stay.") { TextFile };
        command.SetAction((parsed, cancellationToken) => FormatAsync(contextOf(parsed), parsed.GetRequiredValue(TextFile), cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(CommandContext context, FileInfo file, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(file, cancellationToken);
        var (findings, problems) = text.AsSpan().TrimStart('\uFEFF').TrimStart() is ['{', ..] ? OfExchange(text) : OfText(text);
        if (findings is null)
        {
            return await RefuseAsync(context, file, problems);
        }

        foreach (var finding in findings)
        {
            await context.Output.WriteLineAsync($"{file}:{finding}");
        }

        var errors = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        await context.Output.WriteLineAsync($"{errors} errors, {findings.Count - errors} other findings");
        return errors == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<int> FormatAsync(CommandContext context, FileInfo file, CancellationToken cancellationToken)
    {
        var (text, problems) = RuleText.Format(await ReadAsync(file, cancellationToken));
        if (text is null)
        {
            return await RefuseAsync(context, file, problems.Select(problem => problem.ToString()));
        }

        await context.Output.WriteAsync(text);
        return ExitCode.Done;
    }

    private static (IReadOnlyList<RuleFinding>? Findings, IEnumerable<string> Problems) OfText(string text)
    {
        var (document, problems) = RuleText.Read(text);
        return document is null ? (null, problems.Select(problem => problem.ToString())) : (RuleChecker.Check(document), []);
    }

    private static (IReadOnlyList<RuleFinding>? Findings, IEnumerable<string> Problems) OfExchange(string text)
    {
        var (document, problem) = ExchangeReader.Read(Encoding.UTF8.GetBytes(text));
        return document is null ? (null, [$"{problem}"]) : (RuleChecker.Check(document), []);
    }

    private static async Task<int> RefuseAsync(CommandContext context, FileInfo file, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            await context.Error.WriteLineAsync($"plr: {file}:{problem}");
        }

        return ExitCode.Refused;
    }

    private static async Task<string> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            return file.Length <= ExchangeReader.MaxBytes
                ? await System.IO.File.ReadAllTextAsync(file.FullName, cancellationToken)
                : throw new RefusedException($"`{file}` is larger than {ExchangeReader.MaxBytes / (1024 * 1024)} MB; split it");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"`{file}` cannot be read: {failure.Message}", failure);
        }
    }
}
