using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plr.Host.Serving;

namespace Plr.Host.Tests.Serving;

/// <summary>The limits of the program's connections, on a server with numbers that a test can reach.</summary>
public sealed class ConnectionLimitTests
{
    [Theory] // As many others as that are open while one more comes.
    [Trait("Limit", "ConnectionLimits.MaxConnections")]
    [InlineData(0, 2, true)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, true)]
    public async Task So_many_connections_are_served_and_the_next_is_closed_as_it_comes(int others, int most, bool isServed)
    {
        await using var server = await StartAsync(most, sockets: 1);
        var open = new List<TcpClient>();
        for (var i = 0; i < others; i++)
        {
            open.Add(new TcpClient());
            Assert.True(await IsServedAsync(open[i], server));
        }

        using var next = new TcpClient();
        Assert.Equal(isServed, await IsServedAsync(next, server));
        open.ForEach(connection => connection.Dispose());
    }

    [Theory]
    [Trait("Limit", "ConnectionLimits.MaxSockets")]
    [InlineData(0, 2, true)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, true)]
    public async Task So_many_sockets_are_opened_and_the_next_handshake_is_refused(int others, int most, bool isOpened)
    {
        await using var server = await StartAsync(connections: 10, most);
        var open = new List<ClientWebSocket>();
        for (var i = 0; i < others; i++)
        {
            open.Add(new ClientWebSocket());
            await open[i].ConnectAsync(SocketAddress(server), CancellationToken.None);
        }

        using var next = new ClientWebSocket();
        var failure = await Record.ExceptionAsync(() => next.ConnectAsync(SocketAddress(server), CancellationToken.None));
        Assert.Equal(isOpened, failure is null);
        Assert.True(isOpened || failure is WebSocketException);
        open.ForEach(socket => socket.Dispose());
    }

    [Theory]
    [Trait("Limit", "ConnectionLimits.MaxBodyBytes")]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_at_any_address_has_so_many_bytes_and_no_more(int beyond, HttpStatusCode status)
    {
        await using var server = await StartAsync(connections: 10, sockets: 1);
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromSeconds(20) });
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Urls.Single())
        {
            Content = new ByteArrayContent(new byte[ConnectionLimits.MaxBodyBytes + beyond]),
        };
        request.Headers.ExpectContinue = true; // A refusal comes before the body is sent, so that no connection is cut under it.
        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<WebApplication> StartAsync(int connections, int sockets)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(server => ConnectionLimits.Set(server, connections, sockets));
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.UseWebSockets();
        server.Map("/", async (HttpContext context) =>
        {
            if (context.WebSockets.IsWebSocketRequest)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await socket.ReceiveAsync(Memory<byte>.Empty, context.RequestAborted);
            }

            await context.Request.Body.CopyToAsync(Stream.Null);
        });
        await server.StartAsync();
        return server;
    }

    private static Uri SocketAddress(WebApplication server) => new UriBuilder(server.Urls.Single()) { Scheme = "ws" }.Uri;

    private static async Task<bool> IsServedAsync(TcpClient client, WebApplication server)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            var port = new Uri(server.Urls.Single()).Port;
            await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"), patience.Token);
            return await client.GetStream().ReadAsync(new byte[1], patience.Token) > 0;
        }
        catch (IOException)
        {
            return false; // Reset, since what was sent was never read.
        }
    }
}
