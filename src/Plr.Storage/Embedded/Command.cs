using System.Diagnostics;
using System.Text;

namespace Plr.Storage.Embedded;

/// <summary>Runs one program to its end and keeps what it printed.</summary>
internal static class Command
{
    /// <summary>Runs the program with these arguments, each passed as it is: no shell reads them.</summary>
    /// <exception cref="EmbeddedDatabaseException">The program is not there, or did not end in time.</exception>
    public static CommandResult Run(string program, IEnumerable<string> arguments, TimeSpan timeout)
    {
        var output = new StringBuilder();
        using var process = new Process { StartInfo = Describe(program, arguments) };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        Start(process, program);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new EmbeddedDatabaseException($"`{program}` did not end within {timeout.TotalSeconds:0} seconds: {output}");
        }

        process.WaitForExit(); // Drains the readers, which the timed wait does not.
        lock (output)
        {
            return new CommandResult(process.ExitCode, output.ToString().Trim());
        }
    }

    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(directory => Names(program).Select(name => Path.Combine(directory, name)))
            .FirstOrDefault(File.Exists);

    private static string[] Names(string program) =>
        OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];

    private static ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            // A directory that every account may enter; a closed current directory makes PostgreSQL's programs fail.
            WorkingDirectory = OperatingSystem.IsWindows() ? Environment.CurrentDirectory : "/",
        };

        // PGDATA, PGPORT and their kin would speak about another server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    private static void Start(Process process, string program)
    {
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new EmbeddedDatabaseException($"`{program}` could not be started: {missing.Message}", missing);
        }
    }

    private static void Keep(StringBuilder output, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
