using System.CommandLine;
using System.Globalization;
using Plr.Rules;
using Plr.Rules.Timing;

namespace Plr.Host.Commands;

/// <summary><c>plr rules time</c>: how long ranking takes on this machine, as JSON, no database.</summary>
internal static class RulesTimeCommand
{
    private static readonly Option<FileInfo> Catalogue = new("--catalogue")
    {
        Description = "rules and units as `rta-exchange/1`; it may hold the learners too",
        Required = true,
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Learners = new("--learners") { Description = "the learners to rank for", HelpName = "FILE" };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "where the times go; standard output when not given", HelpName = "FILE" };
    private static readonly Option<int> Top = CreateTop();

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("time", "Times compiling a catalogue and ranking all of it for each learner.") { Catalogue, Learners, Top, Out };
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), parsed, cancellationToken));
        return command;
    }

    private static Option<int> CreateTop()
    {
        var top = new Option<int>("--top") { Description = $"routes on a page, 1 to {RulesEngine.MaxPage}", HelpName = "N", DefaultValueFactory = _ => 100 };
        top.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) || count is < 1 or > RulesEngine.MaxPage))
            {
                result.AddError($"`--top` is a number from 1 to {RulesEngine.MaxPage}");
            }
        });
        return top;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var catalogue = CommandFiles.Open(parsed.GetRequiredValue(Catalogue));
        await using var learners = parsed.GetValue(Learners) is { } file ? CommandFiles.Open(file) : null;
        using var times = new MemoryStream();
        var problems = RulesTiming.Run(catalogue, learners, parsed.GetValue(Top), times);
        if (problems.Count > 0)
        {
            return await CommandFiles.RefuseAsync(context, problems, parsed.GetRequiredValue(Catalogue), parsed.GetValue(Learners));
        }

        await CommandFiles.DeliverAsync(context, times, parsed.GetValue(Out), cancellationToken);
        return ExitCode.Done;
    }
}
