using System.CommandLine;
using Plr.Host.Serving;

namespace Plr.Host.Commands;

/// <summary><c>plr serve</c>, and <c>plr</c> alone: serves the graph until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"where to listen, several with semicolons between; {ServeOptions.DefaultUrls} when not given",
        HelpName = "URLS",
    };

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("serve", "Serves the graph. Starts a private PostgreSQL when `ConnectionStrings__Plr` names none.");
        Attach(command, contextOf);
        return command;
    }

    /// <summary>Makes a command serve.</summary>
    public static void Attach(Command command, Func<ParseResult, CommandContext> contextOf)
    {
        command.Add(Urls);
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), parsed.GetValue(Urls), cancellationToken));
    }

    private static async Task<int> RunAsync(CommandContext context, string? urls, CancellationToken cancellationToken)
    {
        var options = new ServeOptions { EnvironmentName = context.EnvironmentName, Urls = urls, Output = context.Output };
        try
        {
            await using var server = await PlrServer.StartAsync(options, cancellationToken);
            await PrintAsync(context, server.Address);
            await server.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("stopped before it served");
        }
        catch (IOException taken)
        {
            throw new RefusedException($"{taken.Message} Choose another address with `--urls http://127.0.0.1:5081`.", taken);
        }

        return ExitCode.Done;
    }

    private static async Task PrintAsync(CommandContext context, string address)
    {
        var output = context.Output;
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  graph    {address}/graphql");
        await output.WriteLineAsync($"  start    {address}/            personas, tokens, operations to copy");
        await output.WriteLineAsync($"  explore  {address}/graphql/    Banana Cake Pop");
        if (context.Configuration is { IsDevelopment: true, Authority: null })
        {
            await output.WriteLineAsync("  token    dotnet run --project src/Plr.Host -- token --learner 9000000075");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync("Ctrl+C stops it.");
    }
}
