using System.Globalization;
using System.Net;
using Plr.GraphQL.AspNetCore.Http;
using Plr.GraphQL.AspNetCore.Tests.Sockets;

namespace Plr.GraphQL.AspNetCore.Tests;

/// <summary>The guards of the transports, each twice: with it the attack is refused, without it the attack succeeds.</summary>
public sealed class LiftedGuardTests
{
    [Theory]
    [InlineData(2_097_152, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(int.MaxValue, HttpStatusCode.OK)]
    public async Task A_body_of_5_MB_is_read_where_nothing_bounds_it(int most, HttpStatusCode status)
    {
        await using var server = await TestServer.StartAsync(options => options.MaxRequestBytes = most);
        var body = $$"""{"query":"{ hello }","other":"{{new string('x', 5_000_000)}}"}""";
        Assert.Equal(status, (await server.PostAsync(body)).Status);
    }

    [Theory]
    [InlineData(10, HttpErrorCodes.LimitBatchEntries)]
    [InlineData(1_000, null)]
    public async Task A_thousand_operations_in_one_body_are_executed_where_nothing_counts_them(int most, string? code)
    {
        await using var server = await TestServer.StartAsync(options => options.MaxBatchEntries = most);
        var answer = await server.PostAsync($"[{string.Join(',', Enumerable.Repeat(Requests.Query("{ hello }"), 1_000))}]");
        Assert.Equal(code is null ? 1_000 : 0, answer.Body.Split("hello, you").Length - 1);
        Assert.Equal(code is not null, answer.Body.Contains(HttpErrorCodes.LimitBatchEntries, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(int.MaxValue, true)]
    public async Task Pings_without_end_are_answered_where_nothing_counts_frames(int most, bool isAnswered)
    {
        const int Pings = 20_000;
        await using var server = await TestServer.StartAsync(options => (options.Sockets.MaxFramesPerSecond, options.Sockets.MaxQueuedMessages) = (most, Pings));
        using var client = await SocketClient.InitializedAsync(server);
        var answering = CountAnswersAsync(client, Pings);
        for (var i = 0; i < Pings && !answering.IsCompleted; i++)
        {
            try
            {
                await client.SendAsync("""{"type":"ping"}""");
            }
            catch (System.Net.WebSockets.WebSocketException)
            {
                break; // Closed: that is what this is about.
            }
        }

        Assert.Equal(isAnswered, await answering == Pings);
    }

    [Theory]
    [InlineData(0.2, 4408)]
    [InlineData(100, null)]
    public async Task A_socket_that_says_nothing_stays_where_nothing_is_waited_for(double seconds, int? close)
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.InitTimeout = TimeSpan.FromSeconds(seconds));
        using var client = await SocketClient.OpenAsync(server);
        var closing = client.ReceiveCloseAsync();
        await Task.WhenAny(closing, Task.Delay(TimeSpan.FromSeconds(close is null ? 1 : 10)));
        Assert.Equal(close, closing.IsCompleted ? await closing : null);
    }

    [Theory] // The bound on the coercion of variables is no option: it stays where the endpoint's is lifted.
    [InlineData(64, HttpErrorCodes.LimitJsonDepth)]
    [InlineData(100_000, ErrorCodes.VariablesMalformed)]
    public async Task JSON_as_deep_as_the_endpoint_lets_it_be_still_meets_the_bound_of_the_engine(int most, string code)
    {
        await using var server = await TestServer.StartAsync(options => options.MaxJsonDepth = most);
        var nested = new string('[', 50_000) + new string(']', 50_000);
        Assert.Equal(code, (await server.PostAsync(string.Create(CultureInfo.InvariantCulture, $$$"""{"query":"{ hello }","variables":{"v":{{{nested}}}}}"""))).Code);
    }

    // What comes until the close, or until all have come.
    private static async Task<int> CountAnswersAsync(SocketClient client, int most)
    {
        var count = 0;
        try
        {
            while (count < most && await client.ReceiveAsync() is not null)
            {
                count++;
            }
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            return count; // Cut after the close, since more was on its way.
        }

        return count;
    }
}
