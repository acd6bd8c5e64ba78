using System.Diagnostics;

namespace Plr.Benchmarks.Hostile;

/// <summary>A client that means no harm: so many requests a second of a normal query, and how long each took.</summary>
internal sealed class Bystander(Uri server) : IDisposable
{
    private const string Answer = "\"data\":{\"qualifications\":{\"nodes\":[{";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private readonly TransportClient client = new(server);
    private readonly byte[] request = Payload.Of("{qualifications(first:5){nodes{number title}}}").ToJson();

    /// <summary>What went wrong, told once for each kind.</summary>
    public HashSet<string> Errors { get; } = [];

    /// <summary>Milliseconds of each request since the last <see cref="TakeLatencies"/>.</summary>
    private readonly List<double> latencies = [];

    /// <summary>Asks once.</summary>
    public async Task AskAsync(CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var reply = await client.PostAsync(request, cancellation);
            if (reply.Status is not 200 || !reply.Body.Contains(Answer, StringComparison.Ordinal))
            {
                Errors.Add($"status {reply.Status}: {reply.Body}");
            }
        }
        catch (HttpRequestException failure)
        {
            Errors.Add(failure.Message);
        }

        lock (latencies)
        {
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>Asks 50 times a second until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await AskAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    /// <summary>The latencies so far in rising order, and forgets them.</summary>
    public List<double> TakeLatencies()
    {
        lock (latencies)
        {
            var taken = latencies.Order().ToList();
            latencies.Clear();
            return taken;
        }
    }

    public void Dispose() => client.Dispose();
}
