using System.Diagnostics;
using System.Globalization;
using Plr.Testing;

namespace Plr.Benchmarks.Hostile;

/// <summary>The program <c>plr</c> serving as in Production, in a process of its own, so that its time and memory are its own.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private readonly ServingProcess serving;

    private HostileServer(ServingProcess serving) => this.serving = serving;

    public Uri Address => serving.Address;

    public int ProcessId => serving.Process.Id;

    public bool HasExited => serving.Process.HasExited;

    /// <summary>Everything printed so far: the log.</summary>
    public string Output => serving.Output;

    /// <summary>Bytes resident.</summary>
    public long ResidentBytes
    {
        get
        {
            serving.Process.Refresh();
            return serving.Process.WorkingSet64;
        }
    }

    /// <summary>Processor time of all its threads that are alive, to the nanosecond; the process's own sum has only hundredths of a second.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var nanoseconds = 0L;
            foreach (var thread in Directory.EnumerateDirectories($"/proc/{ProcessId}/task"))
            {
                nanoseconds += OfThread(thread);
            }

            return TimeSpan.FromMicroseconds(nanoseconds / 1_000.0);
        }
    }

    /// <summary>Starts it on a migrated database and waits until it listens.</summary>
    /// <param name="urls">Port 0 for any.</param>
    public static async Task<HostileServer> StartAsync(string connectionString, string dataDirectory, string urls, CancellationToken cancellation) =>
        new(await ServingProcess.StartAsync(StartInfo(connectionString, dataDirectory, urls), StartLimit, cancellation));

    public ValueTask DisposeAsync() => serving.DisposeAsync();

    private static ProcessStartInfo StartInfo(string connectionString, string dataDirectory, string urls)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "plr.dll"), "serve", "--urls", urls]);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["ConnectionStrings__Plr"] = connectionString;
        start.Environment["Plr__DataDirectory"] = dataDirectory;
        start.Environment["Plr__MaxBatchEntries"] = "10"; // Off by default; the table attacks it too.
        start.Environment["Authentication__Authority"] = "http://127.0.0.1:9"; // Nobody issues tokens: all attacks come from strangers.
        start.Environment["Authentication__Audience"] = "plr";
        return start;
    }

    private static long OfThread(string directory)
    {
        try
        {
            return long.Parse(File.ReadAllText(Path.Combine(directory, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // The thread has ended meanwhile.
        }
    }
}
