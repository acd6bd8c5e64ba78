using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Plr.Benchmarks.Hostile;

/// <summary>The program <c>plr</c> serving as in Production, in a process of its own, so that its time and memory are its own.</summary>
internal sealed partial class HostileServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly StringBuilder output;

    private HostileServer(Process process, StringBuilder output, Uri address)
    {
        this.process = process;
        this.output = output;
        Address = address;
    }

    public Uri Address { get; }

    public int ProcessId => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Everything printed so far: the log.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Bytes resident.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Processor time of all its threads that are alive, to the nanosecond; the process's own sum has only hundredths of a second.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var nanoseconds = 0L;
            foreach (var thread in Directory.EnumerateDirectories($"/proc/{process.Id}/task"))
            {
                nanoseconds += OfThread(thread);
            }

            return TimeSpan.FromMicroseconds(nanoseconds / 1_000.0);
        }
    }

    /// <summary>Starts it on a migrated database and waits until it listens.</summary>
    /// <param name="urls">Port 0 for any.</param>
    public static async Task<HostileServer> StartAsync(string connectionString, string dataDirectory, string urls, CancellationToken cancellation)
    {
        var output = new StringBuilder();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(StartInfo(connectionString, dataDirectory, urls)) ?? throw new InvalidOperationException("dotnet did not start");
        process.OutputDataReceived += (_, line) => Take(line.Data, output, address);
        process.ErrorDataReceived += (_, line) => Take(line.Data, output, address);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"it ended by itself:\n{output}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostileServer(process, output, await address.Task.WaitAsync(StartLimit, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string connectionString, string dataDirectory, string urls)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "plr.dll"), "serve", "--urls", urls])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
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

    private static void Take(string? line, StringBuilder output, TaskCompletionSource<Uri> address)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.AppendLine(line);
        }

        if (GraphLine().Match(line) is { Success: true } found)
        {
            address.TrySetResult(new Uri(found.Groups["address"].Value));
        }
    }

    [GeneratedRegex("graph +(?<address>http://127.0.0.1:[0-9]+)/graphql")]
    private static partial Regex GraphLine();
}
