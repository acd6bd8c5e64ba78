using System.Diagnostics;

namespace Plr.Benchmarks.Comparison;

/// <summary>A server in a process of its own, so that its processor time and memory are its own.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process process;
    private readonly bool owned;

    private ServedProcess(Process process, bool owned) => (this.process, this.owned) = (process, owned);

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static ServedProcess Attach(int processId) => new(Process.GetProcessById(processId), owned: false);

    public static Task<ServedProcess> StartAsync(string kind, Uri address, string connectionString, CancellationToken cancellation) => StartAsync(
        new ProcessStartInfo(Environment.ProcessPath!, ["serve", kind, "--urls", address.GetLeftPart(UriPartial.Authority), "--database", connectionString]), cancellation);

    /// <summary>Waits until the program has said in one line that it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended without.</exception>
    public static async Task<ServedProcess> StartAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        var served = new ServedProcess(Process.Start(start)!, owned: true); // Not null: the shell is not used.
        if (await served.process.StandardOutput.ReadLineAsync(cancellation) is null)
        {
            served.Dispose();
            throw new InvalidOperationException($"`{start.FileName} {string.Join(' ', start.ArgumentList.Take(4))}` ended before it listened: see what it printed above");
        }

        return served;
    }

    public void Dispose()
    {
        if (owned && !process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }
}
