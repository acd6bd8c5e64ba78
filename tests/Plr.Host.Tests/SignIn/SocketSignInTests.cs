using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Plr.Host.SignIn;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.SignIn;

/// <summary>Who is at the other end of a socket, and for how long.</summary>
public sealed class SocketSignInTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly SymmetricSecurityKey Key = DevelopmentKey.Ensure(GraphServer.DataDirectory);

    [Fact]
    public async Task A_token_in_connection_init_names_the_viewer_of_every_operation()
    {
        using var socket = await OpenAsync();
        await InitializeAsync(socket, Token(3600));
        Assert.Equal("connection_ack", await TypeAsync(socket));
        Assert.Equal("LEARNER", await ViewerKindAsync(socket));
    }

    [Fact]
    public async Task So_does_a_token_in_the_handshake()
    {
        using var socket = await OpenAsync(Token(3600));
        await SendAsync(socket, new { type = "connection_init" });
        Assert.Equal("connection_ack", await TypeAsync(socket));
        Assert.Equal("LEARNER", await ViewerKindAsync(socket));
    }

    [Fact]
    public async Task Without_a_token_it_is_nobody_in_particular()
    {
        using var socket = await OpenAsync();
        await SendAsync(socket, new { type = "connection_init" });
        Assert.Equal("connection_ack", await TypeAsync(socket));
        Assert.Null(await ViewerKindAsync(socket));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_runs_out_closes_its_socket(bool isInHandshake)
    {
        using var socket = await OpenAsync(isInHandshake ? Token(2) : null);
        if (isInHandshake)
        {
            await SendAsync(socket, new { type = "connection_init" });
        }
        else
        {
            await InitializeAsync(socket, Token(2));
        }

        Assert.Equal("connection_ack", await TypeAsync(socket));
        Assert.Null(await TypeAsync(socket)); // Nothing more comes but the close.
        Assert.Equal(4403, (int?)socket.CloseStatus);
    }

    [Fact]
    public async Task A_bad_token_closes_the_socket_with_its_code()
    {
        using var socket = await OpenAsync();
        await InitializeAsync(socket, "not-a-token");
        Assert.Null(await TypeAsync(socket));
        Assert.Equal(4403, (int?)socket.CloseStatus);
        Assert.StartsWith(ErrorCodes.TokenInvalid, socket.CloseStatusDescription, StringComparison.Ordinal);
    }

    private static string Token(int seconds) => TestTokens.Sign(Key, new Dictionary<string, object>
    {
        ["iss"] = TokenIssuer.Issuer,
        ["aud"] = TokenIssuer.Audience,
        ["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds,
        ["sub"] = "x",
        ["uln"] = "9000000075",
    });

    private async Task<ClientWebSocket> OpenAsync(string? token = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (token is not null)
        {
            socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        }

        await socket.ConnectAsync(new Uri(server.Address.Replace("http:", "ws:", StringComparison.Ordinal) + "/graphql"), CancellationToken.None);
        return socket;
    }

    private static Task InitializeAsync(ClientWebSocket socket, string token) =>
        SendAsync(socket, new { type = "connection_init", payload = new { Authorization = "Bearer " + token } });

    private static Task SendAsync(ClientWebSocket socket, object message) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string?> ViewerKindAsync(ClientWebSocket socket)
    {
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query = "{ viewer { kind } }" } });
        var next = await ReceiveAsync(socket);
        var viewer = next!.RootElement.GetProperty("payload").GetProperty("data").GetProperty("viewer");
        return viewer.ValueKind is JsonValueKind.Null ? null : viewer.GetProperty("kind").GetString();
    }

    private static async Task<string?> TypeAsync(ClientWebSocket socket) =>
        (await ReceiveAsync(socket))?.RootElement.GetProperty("type").GetString();

    private static async Task<JsonDocument?> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[16_384];
        var frame = await socket.ReceiveAsync(buffer, patience.Token);
        return frame.MessageType is WebSocketMessageType.Close ? null : JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, frame.Count));
    }
}
