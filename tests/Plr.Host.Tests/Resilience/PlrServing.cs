using System.Diagnostics;
using System.Globalization;
using Plr.Host.Tests.Commands;
using Plr.Testing;

namespace Plr.Host.Tests.Resilience;

/// <summary>The built program serving, as a process of its own with a private PostgreSQL in a directory of its own.</summary>
internal sealed class PlrServing : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(4);
    private readonly ServingProcess serving;

    private PlrServing(ServingProcess serving) => this.serving = serving;

    public string Address => serving.Address.GetLeftPart(UriPartial.Authority);

    public int ProcessId => serving.Process.Id;

    /// <summary>Everything printed so far, on either stream.</summary>
    public string Output => serving.Output;

    public static Dictionary<string, string> Environment(string dataDirectory) => new()
    {
        ["Plr__DataDirectory"] = dataDirectory,
        ["Plr__PackageDirectory"] = TestCluster.PackageDirectory,
        ["Plr__Ide"] = "false",
    };

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<PlrServing> StartAsync(string dataDirectory) => new(await ServingProcess.StartAsync(
        PlrProcess.StartInfo(Environment(dataDirectory), "serve", "--urls", "http://127.0.0.1:0"), StartLimit, CancellationToken.None));

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
        await SignalAsync(ProcessId, signal);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await serving.Process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"SIG{signal} has not ended it (process there: {Alive(ProcessId)}):\n{Output}");
        }

        return serving.Process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!serving.Process.HasExited)
        {
            await StopAsync("TERM");
        }

        await serving.DisposeAsync();
    }
}
