using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plr.Host.Tests.Commands;
using Plr.Testing;

namespace Plr.Host.Tests.Resilience;

/// <summary>The built program serving, as a process of its own with a private PostgreSQL in a directory of its own.</summary>
internal sealed partial class PlrServing : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);
    private readonly Process process;
    private readonly StringBuilder output;

    private PlrServing(Process process, StringBuilder output, string address)
    {
        this.process = process;
        this.output = output;
        Address = address;
    }

    public string Address { get; }

    public int ProcessId => process.Id;

    /// <summary>Everything printed so far, on either stream.</summary>
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

    public static Dictionary<string, string> Environment(string dataDirectory) => new()
    {
        ["Plr__DataDirectory"] = dataDirectory,
        ["Plr__PackageDirectory"] = TestCluster.PackageDirectory,
        ["Plr__Ide"] = "false",
    };

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<PlrServing> StartAsync(string dataDirectory)
    {
        var output = new StringBuilder();
        var process = PlrProcess.Start(Environment(dataDirectory), "serve", "--urls", "http://127.0.0.1:0");
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Take(line.Data, output, address);
        process.ErrorDataReceived += (_, line) => Take(line.Data, output, address);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"it ended by itself:\n{output}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new PlrServing(process, output, await address.Task.WaitAsync(StartLimit));
    }

    /// <summary>The process id of the PostgreSQL of a data directory; null when none runs.</summary>
    public static int? PostgresId(string dataDirectory)
    {
        var file = Directory.EnumerateFiles(dataDirectory, "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault();
        return file is null ? null : int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
    }

    public static async Task SignalAsync(int processId, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until a process is gone.</summary>
    public static async Task GoneAsync(int processId)
    {
        var deadline = DateTime.UtcNow.AddSeconds(60);
        while (Alive(processId))
        {
            Assert.True(DateTime.UtcNow < deadline, $"process {processId} is still there");
            await Task.Delay(100);
        }
    }

    public static bool Alive(int processId)
    {
        var state = $"/proc/{processId}/stat";
        return File.Exists(state) && !File.ReadAllText(state).Contains(") Z ", StringComparison.Ordinal);
    }

    public async Task<int> StopAsync(string signal)
    {
        await SignalAsync(process.Id, signal);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"SIG{signal} has not ended it (process there: {Alive(process.Id)}):\n{Output}");
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await StopAsync("TERM");
        }

        process.Dispose();
    }

    private static void Take(string? line, StringBuilder output, TaskCompletionSource<string> address)
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
            address.TrySetResult(found.Groups["address"].Value);
        }
    }

    [GeneratedRegex("graph +(?<address>http://127.0.0.1:[0-9]+)/graphql")]
    private static partial Regex GraphLine();
}
