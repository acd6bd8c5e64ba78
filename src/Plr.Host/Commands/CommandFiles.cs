using Plr.Rules.Exchange;

namespace Plr.Host.Commands;

/// <summary>Files that commands about rules read and write.</summary>
internal static class CommandFiles
{
    /// <summary>Opens a file to read.</summary>
    /// <exception cref="RefusedException">It can't be read.</exception>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"`{file}` cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Says what is wrong with documents, one line each, as compilers do: file, line, column, reason.</summary>
    public static async Task<int> RefuseAsync(CommandContext context, IEnumerable<ExchangeProblem> problems, FileInfo catalogue, FileInfo? learners)
    {
        foreach (var problem in problems)
        {
            await context.Error.WriteLineAsync($"{(problem.File == ExchangeFile.Learners ? learners : catalogue)}:{problem}");
        }

        return ExitCode.Refused;
    }

    /// <summary>Writes results to the file, or prints them without one.</summary>
    /// <exception cref="RefusedException">The file can't be written.</exception>
    public static async Task DeliverAsync(CommandContext context, MemoryStream results, FileInfo? target, CancellationToken cancellationToken)
    {
        results.Position = 0;
        if (target is null)
        {
            using var reader = new StreamReader(results);
            await context.Output.WriteLineAsync(await reader.ReadToEndAsync(cancellationToken));
            return;
        }

        try
        {
            await using var output = target.Create();
            await results.CopyToAsync(output, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"`{target}` cannot be written: {failure.Message}", failure);
        }
    }
}
