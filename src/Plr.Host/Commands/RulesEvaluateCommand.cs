using System.CommandLine;
using Plr.Rules.Exchange;

namespace Plr.Host.Commands;

/// <summary><c>plr rules evaluate</c>: JSON in, JSON out, no database.</summary>
internal static class RulesEvaluateCommand
{
    private static readonly Option<FileInfo> Catalogue = new("--catalogue")
    {
        Description = "rules and units as `rta-exchange/1`; it may hold the learners too",
        Required = true,
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Learner = new("--learner") { Description = "learners, or one learner alone", HelpName = "FILE" };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "where the results go; standard output when not given", HelpName = "FILE" };

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("evaluate", "Evaluates learners against rules of combination. Format: schema/rta-exchange.md.") { Catalogue, Learner, Out };
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var catalogue = CommandFiles.Open(parsed.GetRequiredValue(Catalogue));
        await using var learner = parsed.GetValue(Learner) is { } file ? CommandFiles.Open(file) : null;

        // Whole or not at all: a refused document leaves the file of an earlier run as it was.
        using var results = new MemoryStream();
        var problems = ExchangeEvaluator.Run(catalogue, learner, results);
        if (problems.Count > 0)
        {
            return await CommandFiles.RefuseAsync(context, problems, parsed.GetRequiredValue(Catalogue), parsed.GetValue(Learner));
        }

        await CommandFiles.DeliverAsync(context, results, parsed.GetValue(Out), cancellationToken);
        return ExitCode.Done;
    }
}
