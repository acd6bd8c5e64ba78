using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.AspNetCore.Sockets;

namespace Plr.GraphQL.AspNetCore.Tests.Sockets;

/// <summary>What the checks of the protocol do not ask: who may open a socket, what ends it, and that it is no way around a rule.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task A_mutation_runs_over_a_socket_as_over_HTTP()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("m", "mutation { add(number: 41) }");
        Assert.Equal("""{"id":"m","type":"next","payload":{"data":{"add":42}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"m","type":"complete"}""", await client.ReceiveAsync());
    }

    [Theory] // The same limits and the same refusals as over HTTP.
    [InlineData("{ __schema { queryType { name } } }", "INTROSPECTION_DISABLED")]
    [InlineData("{ a: hello b: hello c: hello }", "LIMIT_ALIASES")]
    [InlineData("{ hello", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ away }", "DATABASE_AWAY")]
    public async Task A_refusal_over_a_socket_is_the_one_over_HTTP(string document, string code)
    {
        await using var server = await TestServer.StartAsync(configureServer: builder => builder.ModifyOptions(options =>
        {
            options.Validation = new() { AllowIntrospection = false, Limits = new() { MaxAliases = 2 } };
            options.DescribeFailure = exception => exception is DatabaseAwayException ? new GraphQLError("away", "DATABASE_AWAY") : null;
        }));
        var answer = await server.PostAsync(Requests.Query(document));
        Assert.Equal(code, answer.Code);
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("1", document);
        var errors = answer.Body["""{"errors":""".Length..^1];
        Assert.Equal($$"""{"id":"1","type":"error","payload":{{errors}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_source_that_fails_ends_its_operation_and_leaves_the_socket_open()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("1", "subscription { fails }");
        Assert.Contains("\"fails\":1", await client.ReceiveAsync(), StringComparison.Ordinal);
        var error = await client.ReceiveAsync();
        Assert.Contains("INTERNAL_ERROR", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        await client.SubscribeAsync("1", "{ hello }");
        Assert.Contains("hello, you", await client.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("SAME", true)]
    [InlineData("https://portal.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task A_page_of_another_site_opens_no_socket(string? origin, bool isAllowed)
    {
        await using var server = await TestServer.StartAsync(options => options.Sockets.AllowedOrigins.Add("https://portal.example"));
        var sent = origin == "SAME" ? server.Address.GetLeftPart(UriPartial.Authority) : origin;
        if (isAllowed)
        {
            using var client = await SocketClient.OpenAsync(server, sent);
            return;
        }

        await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.OpenAsync(server, sent));
    }

    [Fact]
    public async Task The_older_protocol_is_refused_at_the_handshake()
    {
        await using var server = await TestServer.StartAsync();
        await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.OpenAsync(server, protocol: "graphql-ws"));
    }

    [Fact]
    public async Task Binary_messages_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializedAsync(server);
        await client.SendFrameAsync([1, 2, 3], WebSocketMessageType.Binary, isLast: true);
        Assert.Equal(4400, await client.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData("""{"type":"ping","type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":[]}""")]
    [InlineData("""{"id":7,"type":"complete"}""")]
    [InlineData("""{"type":"ping"} {}""")]
    [InlineData("[]")]
    [InlineData("""{"type":"connection_ack"}""")]
    public async Task What_is_no_message_closes(string message)
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializedAsync(server);
        await client.SendAsync(message);
        Assert.Equal(4400, await client.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Whoever_is_not_admitted_is_told_why()
    {
        await using var server = await StartAsync(ConnectionDecision.Refuse("TOKEN_INVALID"));
        using var client = await SocketClient.OpenAsync(server);
        await client.SendAsync("""{"type":"connection_init","payload":{"Authorization":"Bearer x"}}""");
        Assert.Equal(4403, await client.ReceiveCloseAsync());
        Assert.Equal("TOKEN_INVALID", client.CloseReason);
    }

    [Fact]
    public async Task A_socket_whose_token_runs_out_is_closed_and_its_operations_end()
    {
        await using var server = await StartAsync(ConnectionDecision.Admit(DateTimeOffset.UtcNow.AddSeconds(1)));
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("1", "subscription { endless }");
        Assert.Contains("\"endless\":0", await client.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Equal(4403, await client.ReceiveCloseAsync());
        await server.AllClosedAsync();
    }

    [Fact]
    public async Task A_socket_whose_token_has_run_out_is_not_acknowledged()
    {
        await using var server = await StartAsync(ConnectionDecision.Admit(DateTimeOffset.UtcNow.AddSeconds(-1)));
        using var client = await SocketClient.OpenAsync(server);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Null(await client.ReceiveAsync());
        Assert.Equal(4403, client.CloseCode);
    }

    [Fact]
    public async Task A_client_that_leaves_leaves_nothing_open()
    {
        await using var server = await TestServer.StartAsync();
        using (var client = await SocketClient.InitializedAsync(server))
        {
            await client.SubscribeAsync("1", "subscription { endless }");
            Assert.Contains("\"endless\":0", await client.ReceiveAsync(), StringComparison.Ordinal);
            Assert.Equal(1, server.Executor.OpenSubscriptions);
        }

        await server.AllClosedAsync();
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("1", "subscription { endless }");
        Assert.Contains("\"endless\":0", await client.ReceiveAsync(), StringComparison.Ordinal);
        var stopping = server.StopAsync();
        Assert.Equal(1001, await client.ReceiveCloseAsync());
        await client.CloseAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static Task<TestServer> StartAsync(ConnectionDecision decision) => TestServer.StartAsync(
        configureServices: services => services.AddScoped<IConnectionAuthenticator>(_ => new Authenticator(decision)));

    private sealed class Authenticator(ConnectionDecision decision) : IConnectionAuthenticator
    {
        public ValueTask<ConnectionDecision> AuthenticateAsync(
            HttpContext context, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => ValueTask.FromResult(decision);
    }
}
