using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Plr.Benchmarks.Hostile;

/// <summary>An initialised socket that sends what it is given, as it is.</summary>
internal sealed class AttackSocket : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private int lastId;

    public bool IsOpen => socket.State is WebSocketState.Open;

    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>A socket whose <c>connection_init</c> was acknowledged.</summary>
    public static async Task<AttackSocket> OpenAsync(Uri server, CancellationToken cancellation)
    {
        var opened = await ConnectAsync(server, "graphql-transport-ws", cancellation);
        await opened.SendAsync("{\"type\":\"connection_init\"}"u8.ToArray(), cancellation);
        await opened.ReceiveAsync(cancellation);
        return opened;
    }

    /// <summary>A socket over which nothing was said yet.</summary>
    public static async Task<AttackSocket> ConnectAsync(Uri server, string protocol, CancellationToken cancellation)
    {
        var opened = new AttackSocket();
        opened.socket.Options.AddSubProtocol(protocol);
        await opened.socket.ConnectAsync(new Uri($"ws://{server.Authority}/graphql"), cancellation);
        return opened;
    }

    /// <summary>Runs one operation, and returns its first message or the close.</summary>
    public async Task<Reply> SubscribeAsync(byte[] payload, CancellationToken cancellation)
    {
        var id = (++lastId).ToString(CultureInfo.InvariantCulture);
        var head = Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\",\"type\":\"subscribe\",\"payload\":");
        await SendAsync([.. head, .. payload, (byte)'}'], cancellation);
        var first = await ReceiveAsync(cancellation);
        if (first is null)
        {
            return new Reply(200, "") { CloseCode = CloseCode ?? Verdict.Cut, Headers = socket.CloseStatusDescription ?? "" };
        }

        using var message = JsonDocument.Parse(first);
        var answer = message.RootElement.GetProperty("payload").GetRawText();
        if (message.RootElement.GetProperty("type").ValueEquals("error"))
        {
            return new Reply(200, $"{{\"errors\":{answer}}}");
        }

        await ReceiveAsync(cancellation); // `complete`
        return new Reply(200, answer);
    }

    /// <summary>Sends one frame that is a whole message. A server that has closed already is what some attacks are about.</summary>
    public async Task SendAsync(byte[] message, CancellationToken cancellation)
    {
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        catch (WebSocketException) when (socket.State is not WebSocketState.Open)
        {
            // What the server said before it closed is read next.
        }
    }

    /// <summary>The next message; null once the socket is closed, or cut.</summary>
    public async Task<string?> ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new byte[16_384];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var frame = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
                if (frame.MessageType is WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Write(buffer.AsSpan(0, frame.Count));
                if (frame.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(message.ToArray());
                }
            }
        }
        catch (WebSocketException)
        {
            return null; // Cut after the close was sent, since more of ours was on its way.
        }
    }

    /// <summary>Reads to the end, and says with which code the server closed.</summary>
    public async Task<int?> ReceiveCloseAsync(CancellationToken cancellation)
    {
        while (await ReceiveAsync(cancellation) is not null)
        {
            // What came before the close is not what is asked for.
        }

        return CloseCode;
    }

    public void Dispose() => socket.Dispose();
}
