using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Plr.Testing;

/// <summary>The program <c>plr serve</c>, in a process of its own that is ended by its id.</summary>
public sealed partial class ServingProcess : IAsyncDisposable
{
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder output = new();

    private ServingProcess(Process process) => Process = process;

    /// <summary>The process; its output is read here.</summary>
    public Process Process { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => address.Task.Result;

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

    /// <summary>Starts it and waits until it says where it listens.</summary>
    /// <param name="start">Its output is redirected here.</param>
    /// <param name="limit">How long that may take.</param>
    /// <exception cref="InvalidOperationException">It ended by itself; what it printed is in the message.</exception>
    /// <exception cref="TimeoutException">It did not listen in time.</exception>
    public static async Task<ServingProcess> StartAsync(ProcessStartInfo start, TimeSpan limit, CancellationToken cancellation)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var serving = new ServingProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start"));
        try
        {
            serving.Read();
            await serving.address.Task.WaitAsync(limit, cancellation);
            return serving;
        }
        catch
        {
            await serving.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it at once, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
    }

    private void Read()
    {
        Process.OutputDataReceived += (_, line) => Take(line.Data);
        Process.ErrorDataReceived += (_, line) => Take(line.Data);
        Process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"it ended by itself:\n{Output}"));
        Process.EnableRaisingEvents = true;
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    private void Take(string? line)
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
