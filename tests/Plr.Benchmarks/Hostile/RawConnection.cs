using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plr.Benchmarks.Hostile;

/// <summary>A connection that says what no client library says.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public static async Task<RawConnection> OpenAsync(Uri server, CancellationToken cancellation)
    {
        var connection = new RawConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellation);
        return connection;
    }

    /// <summary>Sends once and reads to the end.</summary>
    public static async Task<string> ExchangeAsync(Uri server, string request, CancellationToken cancellation)
    {
        using var connection = await OpenAsync(server, cancellation);
        await connection.SendAsync(request, cancellation);
        return await connection.ReadToEndAsync(cancellation);
    }

    /// <summary>False once the server takes no more.</summary>
    public async Task<bool> SendAsync(string text, CancellationToken cancellation)
    {
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(text), cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false; // It has closed: that is what some attacks are about.
        }
    }

    /// <summary>What comes until the server closes.</summary>
    /// <exception cref="OperationCanceledException">It has not closed in half a minute.</exception>
    public async Task<string> ReadToEndAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var text = new StringBuilder();
        var buffer = new byte[4_096];
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is var count and > 0)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // A reset after the answer: it had unread bytes of ours.
        }

        return text.ToString();
    }

    /// <summary>Leaves without a word.</summary>
    public void Reset() => socket.LingerState = new LingerOption(true, 0);

    public void Dispose() => socket.Dispose();
}
