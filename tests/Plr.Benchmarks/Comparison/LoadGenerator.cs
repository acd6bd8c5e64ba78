using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plr.Benchmarks.Comparison;

/// <summary>A fixed number of keep-alive connections, each one request at a time, for a bounded time. Speaks to 127.0.0.1 alone.</summary>
internal static class LoadGenerator
{
    /// <summary>Judges one answer, head and body.</summary>
    public delegate bool Accepts(ReadOnlySpan<byte> answer);

    /// <param name="accepts">Whether an answer is what was asked for; null takes every 200. One that is not ends the run.</param>
    public static async Task<LoadResult> RunAsync(
        Uri address, IReadOnlyList<byte[]> bodies, string? token, int connections, TimeSpan time, CancellationToken cancellation, Accepts? accepts = null)
    {
        if (!IPAddress.TryParse(address.Host, out var host) || !IPAddress.IsLoopback(host))
        {
            throw new ArgumentException("load is sent to 127.0.0.1 alone");
        }

        var requests = bodies.Select(body => Request(address, body, token)).ToArray();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var clock = Stopwatch.StartNew();
        var runs = Enumerable.Range(0, connections)
            .Select(connection => DriveAsync(new IPEndPoint(host, address.Port), requests, connection, () => clock.Elapsed < time, accepts, stop.Token))
            .ToArray();
        var latencies = (await Task.WhenAll(runs)).SelectMany(run => run).ToArray();
        var elapsed = clock.Elapsed;
        Array.Sort(latencies);
        return new LoadResult(latencies.Length / elapsed.TotalSeconds, Percentile(latencies, 0.5), Percentile(latencies, 0.99), latencies.Length);
    }

    private static async Task<List<long>> DriveAsync(
        IPEndPoint endpoint, byte[][] requests, int connection, Func<bool> goesOn, Accepts? accepts, CancellationToken cancellation)
    {
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint, cancellation);
        var latencies = new List<long>(65_536);
        var buffer = new byte[1 << 18];
        for (var next = connection; goesOn(); next++)
        {
            var started = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[next % requests.Length], cancellation);
            var length = await ReceiveAsync(socket, buffer, cancellation);
            latencies.Add(Stopwatch.GetTimestamp() - started);
            if (accepts?.Invoke(buffer.AsSpan(0, length)) is false)
            {
                throw new IOException($"not what was asked for: {Encoding.UTF8.GetString(buffer, 0, length)}");
            }
        }

        return latencies;
    }

    // Every server sends Content-Length, so an answer ends that many bytes after its headers.
    private static async ValueTask<int> ReceiveAsync(Socket socket, byte[] buffer, CancellationToken cancellation)
    {
        var (received, expected) = (0, int.MaxValue);
        while (received < expected)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(received), cancellation);
            if (count == 0)
            {
                throw new IOException("the server closed the connection");
            }

            received += count;
            if (expected == int.MaxValue && buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                expected = end + 4 + ContentLength(buffer.AsSpan(0, end));
            }
        }

        return received;
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException($"not answered: {Encoding.ASCII.GetString(head)}");
        }

        // Node's frameworks write the name in small letters.
        var at = head.IndexOf("Content-Length: "u8) is >= 0 and var capital ? capital : head.IndexOf("content-length: "u8);
        if (at < 0)
        {
            throw new IOException($"an answer without Content-Length can not be measured: {Encoding.ASCII.GetString(head)}");
        }

        var value = head[(at + "Content-Length: "u8.Length)..];
        var end = value.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? value : value[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static byte[] Request(Uri address, byte[] body, string? token)
    {
        var authorization = token is null ? string.Empty : $"Authorization: Bearer {token}\r\n";
        var head = $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n"
            + $"Accept: application/graphql-response+json\r\n{authorization}Content-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static TimeSpan Percentile(long[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, sorted[(int)((sorted.Length - 1) * share)]);
}
