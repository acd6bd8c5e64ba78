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

    public static async Task<SecondProcess> StartAsync(string directory)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(SecondProcess).Assembly.Location, directory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
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
