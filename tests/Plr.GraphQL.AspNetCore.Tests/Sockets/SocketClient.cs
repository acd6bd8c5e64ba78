using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Plr.GraphQL.AspNetCore.Tests.Sockets;

/// <summary>A client of <c>graphql-transport-ws</c> that says exactly what it is told to.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket socket = new();

    /// <summary>Why the server closed; null while it has not.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    public string? CloseReason => socket.CloseStatusDescription;

    public static async Task<SocketClient> OpenAsync(TestServer server, string? origin = null, string protocol = "graphql-transport-ws")
    {
        var client = new SocketClient();
        client.socket.Options.AddSubProtocol(protocol);
        client.socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            client.socket.Options.SetRequestHeader("Origin", origin);
        }

        await client.socket.ConnectAsync(new Uri($"ws://{server.Address.Authority}/graphql"), CancellationToken.None);
        return client;
    }

    /// <summary>A socket whose <c>connection_init</c> is acknowledged.</summary>
    public static async Task<SocketClient> InitializedAsync(TestServer server, string payload = "{}")
    {
        var client = await OpenAsync(server);
        await client.SendAsync($$"""{"type":"connection_init","payload":{{payload}}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        return client;
    }

    public Task SendAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task SendFrameAsync(byte[] bytes, WebSocketMessageType type, bool isLast) =>
        socket.SendAsync(bytes, type, isLast, CancellationToken.None);

    public Task SubscribeAsync(string id, string document) =>
        SendAsync(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query = document } }));

    /// <summary>The next message; null once the server has closed.</summary>
    public async Task<string?> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[200_000];
        var length = 0;
        while (true)
        {
            var frame = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            if (frame.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            length += frame.Count;
            if (frame.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }

    /// <summary>Reads to the end, and says with which code the server closed.</summary>
    public async Task<int?> ReceiveCloseAsync()
    {
        while (await ReceiveAsync() is not null)
        {
            // What came before the close is not what the caller asks for.
        }

        return CloseCode;
    }

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Dispose() => socket.Dispose();
}
