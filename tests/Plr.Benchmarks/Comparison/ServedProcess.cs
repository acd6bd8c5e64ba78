using System.Diagnostics;

namespace Plr.Benchmarks.Comparison;

/// <summary>A server in a process of its own, so that its processor time and memory are its own.</summary>
internal sealed class ServedProcess : IDisposable
{
    private readonly Process process;
    private readonly bool tellsMemory;

    private ServedProcess(Process process, bool tellsMemory) => (this.process, this.tellsMemory) = (process, tellsMemory);

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

    /// <summary>Starts `serve` of this program.</summary>
    public static Task<ServedProcess> StartAsync(string kind, Uri address, string connectionString, CancellationToken cancellation) => StartAsync(
        new ProcessStartInfo(
            Environment.ProcessPath!, ["serve", kind, "--urls", address.GetLeftPart(UriPartial.Authority), "--database", connectionString, "--reports"]),
        tellsMemory: true,
        cancellation);

    /// <summary>Waits until the program has said in one line that it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended without.</exception>
    public static Task<ServedProcess> StartAsync(ProcessStartInfo start, CancellationToken cancellation) => StartAsync(start, tellsMemory: false, cancellation);

    /// <summary>Its memory by its own account; null for a program that does not tell.</summary>
    public Task<MemoryReport?> MemoryAsync(CancellationToken cancellation) => AskAsync(MemoryReport.Question, cancellation);

    /// <summary>The same after it has collected all that it can.</summary>
    public Task<MemoryReport?> CollectAsync(CancellationToken cancellation) => AskAsync(MemoryReport.QuestionAfterCollection, cancellation);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static async Task<ServedProcess> StartAsync(ProcessStartInfo start, bool tellsMemory, CancellationToken cancellation)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardInput = tellsMemory;
        var served = new ServedProcess(Process.Start(start)!, tellsMemory); // Not null: the shell is not used.
        if (await served.process.StandardOutput.ReadLineAsync(cancellation) is null)
        {
            served.Dispose();
            throw new InvalidOperationException($"`{start.FileName} {string.Join(' ', start.ArgumentList.Take(4))}` ended before it listened: see what it printed above");
        }

        return served;
    }

    private async Task<MemoryReport?> AskAsync(string question, CancellationToken cancellation)
    {
        if (!tellsMemory)
        {
            return null;
        }

        await process.StandardInput.WriteLineAsync(question.AsMemory(), cancellation);
        await process.StandardInput.FlushAsync(cancellation);
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (MemoryReport.Read(line) is { } report)
            {
                return report;
            }
        }

        throw new InvalidOperationException("the server ended while it was measured: see what it printed above");
    }
}
