using System.Diagnostics;

namespace Plr.Storage.Tests.Embedded;

/// <summary>Another program that uses the cluster of a directory: this assembly's own entry point.</summary>
internal sealed class SecondProcess : IDisposable
{
    private readonly Process process;

    private SecondProcess(Process process, string answer)
    {
        this.process = process;
        Answer = answer;
    }

    /// <summary>"started" or "found", then the connection string.</summary>
    public string Answer { get; }

    public string ConnectionString => Answer[(Answer.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <param name="directory">Of the cluster.</param>
    /// <param name="path">Where the process looks for programs, and with it a package directory with nothing in it; null for both as they are here.</param>
    public static async Task<SecondProcess> StartAsync(string directory, string? path = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(SecondProcess).Assembly.Location, directory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (path is not null)
        {
            start.ArgumentList.Add(Path.Combine(directory, "no-packages"));
            start.Environment["PATH"] = path;
        }

        var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadLineAsync();
        return new SecondProcess(process, answer ?? throw new InvalidOperationException("the second process said nothing"));
    }

    /// <summary>As <c>kill -9</c>: no code of its own runs.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Leave()
    {
        process.StandardInput.Close();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
