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

    public static async Task<ServedProcess> StartAsync(string kind, Uri address, string connectionString, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["serve", kind, "--urls", address.GetLeftPart(UriPartial.Authority), "--database", connectionString])
        {
            start.ArgumentList.Add(argument);
        }

        var served = new ServedProcess(Process.Start(start)!, owned: true);
        await served.process.StandardOutput.ReadLineAsync(cancellation); // Printed once it listens.
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
