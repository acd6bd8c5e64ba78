using System.Net.WebSockets;
using System.Text;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests.Sockets;

/// <summary>What one client may take of the server: each limit at what it allows and one past it.</summary>
public sealed class SocketLimitTests
{
    private const string Ping = """{"type":"ping"}""";
    private const string Pong = """{"type":"pong"}""";

    [Fact]
    public async Task A_message_of_as_many_bytes_as_allowed_is_read_and_one_more_closes()
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.MaxMessageBytes = 5_000);
        using var client = await SocketClient.InitializedAsync(server);
        await client.SendAsync(Ping.PadRight(5_000));
        Assert.Equal(Pong, await client.ReceiveAsync());
        await client.SendAsync(Ping.PadRight(5_001));
        Assert.Equal(1009, await client.ReceiveCloseAsync());
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

    [Fact]
    public async Task A_flood_of_frames_closes()
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.MaxFramesPerSecond = 50);
        using var client = await SocketClient.InitializedAsync(server);
        for (var i = 0; i < 60; i++)
        {
            await client.SendAsync(Ping);
        }

        Assert.Equal(1008, await client.ReceiveCloseAsync());
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

    [Fact] // The queue is bounded, so the source is not read on behalf of a client that does not read; in the end it is cut off.
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
}
