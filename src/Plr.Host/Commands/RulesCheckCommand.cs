using System.Buffers;
using System.CommandLine;
using Plr.Rules.Checking;
using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Host.Commands;

/// <summary><c>plr rules check</c> and <c>plr rules format</c>: for people who write rules.</summary>
internal static class RulesCheckCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "rules as text (schema/rules-text.md) or as `rta-exchange/1` (schema/rta-exchange.md)" };
    private static readonly SearchValues<byte> Before = SearchValues.Create("\uFEFF \t\r\n"u8);
    private static readonly Argument<FileInfo> TextFile = new("FILE") { Description = "rules as text (schema/rules-text.md)" };

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("check", "Looks for what is wrong or odd about rules of combination. Exit code 1 when anything is an error.") { File };
        command.SetAction((parsed, _) => CheckAsync(contextOf(parsed), parsed.GetRequiredValue(File)));
        return command;
    }

    public static Command CreateFormat(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("format", "Prints rules in the canonical layout of the text form; comments stay.") { TextFile };
        command.SetAction((parsed, _) => FormatAsync(contextOf(parsed), parsed.GetRequiredValue(TextFile)));
        return command;
    }

    private static async Task<int> CheckAsync(CommandContext context, FileInfo file)
    {
        var (findings, problems) = Check(Read(file));
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
        if (findings.Count < RuleChecker.MaxFindings)
        {
            return errors == 0 ? ExitCode.Done : ExitCode.Refused;
        }

        await context.Error.WriteLineAsync($"plr: the check of `{file}` ended at {RuleChecker.MaxFindings} findings (MaxFindings); mend these first");
        return ExitCode.Refused;
    }

    private static async Task<int> FormatAsync(CommandContext context, FileInfo file)
    {
        var (text, undecoded) = RuleText.Decode(Read(file));
        var (formatted, problems) = text is null ? (null, [undecoded!]) : RuleText.Format(text); // Without a text there is a problem.
        if (formatted is null)
        {
            return await RefuseAsync(context, file, problems.Select(problem => problem.ToString()));
        }

        await context.Output.WriteAsync(formatted);
        return ExitCode.Done;
    }

    /// <summary>The findings; or, of a file that can't be read as rules, the problems.</summary>
    private static (IReadOnlyList<RuleFinding>? Findings, IReadOnlyList<string> Problems) Check(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOfAnyExcept(Before) is >= 0 and var first && bytes[first] == '{')
        {
            var (rules, wrong) = ExchangeReader.Read(bytes);
            return rules is null ? (null, [$"{wrong}"]) : (RuleChecker.Check(rules, bytes), []);
        }

        var (text, undecoded) = RuleText.Decode(bytes);
        var (document, problems) = text is null ? (null, [undecoded!]) : RuleText.Read(text); // Without a text there is a problem.
        return document is null ? (null, [.. problems.Select(problem => problem.ToString())]) : (RuleChecker.Check(document), []);
    }

    private static async Task<int> RefuseAsync(CommandContext context, FileInfo file, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            await context.Error.WriteLineAsync($"{file}:{problem}");
        }

        return ExitCode.Refused;
    }

    /// <exception cref="RefusedException">The file can't be read, or is too large.</exception>
    private static byte[] Read(FileInfo file)
    {
        using var stream = CommandFiles.Open(file);
        var (bytes, tooLarge) = ExchangeReader.ReadAll(stream);
        return bytes ?? throw new RefusedException($"`{file}`: {tooLarge!.Message}"); // Without bytes there is a problem.
    }
}
