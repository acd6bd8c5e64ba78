using System.CommandLine;
using Plr.Host.Configuration;

namespace Plr.Host.Commands;

/// <summary><c>plr schema export</c>: this build's subgraphs and supergraph as files.</summary>
internal static class SchemaExportCommand
{
    private static readonly string[] Files = ["catalogue.graphql", "records.graphql", "supergraph.graphql"];

    private static readonly Option<DirectoryInfo> Out = new("--out") { Description = "where the files go; made when missing", Required = true, HelpName = "DIR" };

    public static Command Create(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("export", "Writes the subgraphs and the supergraph of this build as files, for a router or a registry.") { Out };
        command.SetAction((parsed, cancellationToken) => RunAsync(contextOf(parsed), parsed.GetRequiredValue(Out), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, DirectoryInfo directory, CancellationToken cancellationToken)
    {
        try
        {
            directory.Create();
            foreach (var name in Files)
            {
                await File.WriteAllBytesAsync(Path.Combine(directory.FullName, name), EmbeddedFile.Read($"schema/{name}"), cancellationToken);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"`{directory}` cannot be written: {failure.Message}", failure);
        }

        await context.Output.WriteLineAsync($"wrote {string.Join(", ", Files)} to {directory}");
        return ExitCode.Done;
    }
}
