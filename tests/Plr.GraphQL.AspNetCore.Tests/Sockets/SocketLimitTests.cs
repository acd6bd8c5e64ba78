using System.Net;
using System.Net.WebSockets;
using System.Text;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests.Sockets;

/// <summary>What one client may take of the server: each limit at what it allows and one past it.</summary>
public sealed class SocketLimitTests
{
    private const string Ping = """{"type":"ping"}""";
    private const string Pong = """{"type":"pong"}""";

    [Theory]
    [Trait("Limit", "GraphQLSocketOptions.MaxMessageBytes")]
    [InlineData(4_999, 5_000, null)]
    [InlineData(5_000, 5_000, null)]
    [InlineData(5_001, 5_000, 1009)]
    [InlineData(5_001, 5_001, null)]
    public async Task A_message_of_as_many_bytes_as_allowed_is_read_and_one_more_closes(int length, int most, int? close)
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.MaxMessageBytes = most);
        using var client = await SocketClient.InitializedAsync(server);
        await client.SendAsync(Ping.PadRight(length));
        Assert.Equal(close is null ? Pong : null, await client.ReceiveAsync());
        Assert.Equal(close, client.CloseCode);
    }

    [Fact] // Many frames make one message: it is their sum that counts.
    public async Task A_message_in_pieces_is_no_way_around_its_limit()
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.MaxMessageBytes = 5_000);
        using var client = await SocketClient.InitializedAsync(server);
        for (var i = 0; i < 6; i++)
        {
            await client.SendFrameAsync(Encoding.UTF8.GetBytes(new string(' ', 1_000)), WebSocketMessageType.Text, isLast: false);
        }

        Assert.Equal(1009, await client.ReceiveCloseAsync());
    }

    [Theory] // `connection_init` is one of them, so there are as many pings less one.
    [Trait("Limit", "GraphQLSocketOptions.MaxFramesPerSecond")]
    [InlineData(49, 50, null)]
    [InlineData(50, 50, null)]
    [InlineData(51, 50, 1008)]
    [InlineData(51, 51, null)]
    public async Task So_many_frames_come_in_one_second_and_one_more_closes(int frames, int most, int? close)
    {
        var clock = new Clock();
        await using var server = await TestServer.StartAsync(options => (options.Sockets.MaxFramesPerSecond, options.Sockets.Time) = (most, clock));
        using var client = await SocketClient.InitializedAsync(server);
        for (var i = 1; i < frames - 1; i++)
        {
            await client.SendAsync(Ping);
            Assert.Equal(Pong, await client.ReceiveAsync());
        }

        await client.SendAsync(Ping);
        Assert.Equal(close is null ? Pong : null, await client.ReceiveAsync());
        Assert.Equal(close, client.CloseCode);
        if (close is null)
        {
            clock.Seconds = 1;
            await client.SendAsync(Ping);
            Assert.Equal(Pong, await client.ReceiveAsync());
        }
    }

    [Theory] // As many others as that run while one more is asked for.
    [Trait("Limit", "GraphQLSocketOptions.MaxOperations")]
    [Trait("Limit", "GraphQLHttpOptions.MaxOperationsPerClient")]
    [InlineData(0, 2, false)]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    public async Task So_many_operations_run_at_once_over_a_socket_and_of_a_client(int others, int most, bool isRefused)
    {
        await RunAsync(options => options.Sockets.MaxOperations = most);
        await RunAsync(options => options.MaxOperationsPerClient = most);

        async Task RunAsync(Action<GraphQLHttpOptions> limit)
        {
            await using var server = await TestServer.StartAsync(limit);
            using var client = await SocketClient.InitializedAsync(server);
            for (var i = 0; i < others; i++)
            {
                await client.SubscribeAsync($"{i}", "subscription { endless }");
                Assert.Contains("\"endless\":0", await client.ReceiveAsync(), StringComparison.Ordinal);
            }

            await client.SubscribeAsync("one more", "{ hello }");
            Assert.Contains(isRefused ? HttpErrorCodes.LimitConnectionOperations : "hello, you", await client.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [Trait("Limit", "GraphQLSocketOptions.MaxConnectionsPerClient")]
    [InlineData(0, 2, HttpStatusCode.SwitchingProtocols)]
    [InlineData(1, 2, HttpStatusCode.SwitchingProtocols)]
    [InlineData(2, 2, HttpStatusCode.TooManyRequests)]
    [InlineData(2, 3, HttpStatusCode.SwitchingProtocols)]
    public async Task One_client_opens_so_many_sockets_and_the_next_handshake_is_refused(int others, int most, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.MaxConnectionsPerClient = most);
        var open = new List<SocketClient>();
        for (var i = 0; i < others; i++)
        {
            open.Add(await SocketClient.InitializedAsync(server));
        }

        using var handshake = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        handshake.Headers.Add("Connection", "Upgrade");
        handshake.Headers.Add("Upgrade", "websocket");
        handshake.Headers.Add("Sec-WebSocket-Version", "13");
        handshake.Headers.Add("Sec-WebSocket-Key", Convert.ToBase64String(new byte[16]));
        handshake.Headers.Add("Sec-WebSocket-Protocol", "graphql-transport-ws");
        using var answer = await server.Client.SendAsync(handshake, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.TooManyRequests)
        {
            Assert.Equal(HttpErrorCodes.LimitConnections, (await Answer.ReadAsync(answer)).Code);
        }

        open.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task One_socket_runs_only_so_many_operations_and_one_that_ends_makes_room()
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.MaxOperations = 2);
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("1", "subscription { endless }");
        Assert.Contains("\"endless\":0", await client.ReceiveAsync(), StringComparison.Ordinal);
        await client.SubscribeAsync("2", "subscription { endless }");
        Assert.Contains("\"endless\":0", await client.ReceiveAsync(), StringComparison.Ordinal);
        await client.SubscribeAsync("3", "{ hello }");
        var refusal = await client.ReceiveAsync();
        Assert.StartsWith("""{"id":"3","type":"error","payload":[""", refusal, StringComparison.Ordinal);
        Assert.Contains(HttpErrorCodes.LimitConnectionOperations, refusal, StringComparison.Ordinal);

        await client.SendAsync("""{"id":"1","type":"complete"}""");
        for (var tries = 0; server.Executor.OpenSubscriptions > 1 && tries < 100; tries++)
        {
            await Task.Delay(20);
        }

        await client.SubscribeAsync("3", "{ hello }");
        Assert.Contains("hello, you", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_client_runs_only_so_many_operations_over_all_its_sockets_and_one_that_ends_makes_room()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxOperationsPerClient = 2);
        using var first = await SocketClient.InitializedAsync(server);
        using var second = await SocketClient.InitializedAsync(server);
        await first.SubscribeAsync("1", "subscription { endless }");
        Assert.Contains("\"endless\":0", await first.ReceiveAsync(), StringComparison.Ordinal);
        await second.SubscribeAsync("1", "subscription { endless }");
        Assert.Contains("\"endless\":0", await second.ReceiveAsync(), StringComparison.Ordinal);
        await second.SubscribeAsync("2", "{ hello }");
        Assert.Contains(HttpErrorCodes.LimitConnectionOperations, await second.ReceiveAsync(), StringComparison.Ordinal);

        await first.SendAsync("""{"id":"1","type":"complete"}""");
        for (var tries = 0; server.Executor.OpenSubscriptions > 1 && tries < 100; tries++)
        {
            await Task.Delay(20);
        }

        await second.SubscribeAsync("3", "{ hello }");
        Assert.Contains("hello, you", await second.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_client_has_only_so_many_sockets_and_one_that_closes_makes_room()
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.MaxConnectionsPerClient = 2);
        using var first = await SocketClient.InitializedAsync(server);
        using var second = await SocketClient.InitializedAsync(server);
        await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.OpenAsync(server));
        await first.CloseAsync();
        SocketClient? third = null;
        for (var tries = 0; third is null && tries < 100; tries++)
        {
            try
            {
                third = await SocketClient.InitializedAsync(server);
            }
            catch (WebSocketException)
            {
                await Task.Delay(20); // The server has not yet forgotten the one that closed.
            }
        }

        Assert.NotNull(third);
        third.Dispose();
    }

    [Fact]
    public async Task Silence_is_not_waited_for()
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.InitTimeout = TimeSpan.FromMilliseconds(100));
        using var client = await SocketClient.OpenAsync(server);
        Assert.Equal(4408, await client.ReceiveCloseAsync());
    }

    [Fact] // The queue is bounded, so the source is not read on behalf of a client that does not read; in the end it is cut off. What the network
    // itself holds is not known, so that no number of messages is exactly the limit; of event streams it is.
    [Trait("Limit", "GraphQLSocketOptions.MaxQueuedMessages")]
    public async Task A_client_that_does_not_read_is_cut_off_and_others_are_served()
    {
        await using var server = await TestServer.StartAsync(options =>
        {
            options.Sockets.MaxQueuedMessages = 2;
            options.Sockets.SlowClientPatience = TimeSpan.FromMilliseconds(300);
            options.Sockets.CloseTimeout = TimeSpan.FromMilliseconds(200);
        });
        using var slow = await SocketClient.InitializedAsync(server);
        await slow.SubscribeAsync("1", "subscription { flood }");
        using var other = await SocketClient.InitializedAsync(server);
        await other.SubscribeAsync("1", "{ hello }");
        Assert.Contains("hello, you", await other.ReceiveAsync(), StringComparison.Ordinal);
        await Task.Delay(200);
        await server.AllClosedAsync();
    }

    [Fact] // The twin of the test above: a client that reads may have as much as it reads.
    public async Task A_client_that_reads_is_not_cut_off()
    {
        await using var server = await TestServer.StartAsync(options =>
        {
            options.Sockets.MaxQueuedMessages = 2;
            options.Sockets.SlowClientPatience = TimeSpan.FromMilliseconds(300);
        });
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("1", "subscription { flood }");
        for (var i = 0; i < 200; i++)
        {
            Assert.Contains("xxx", await client.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
