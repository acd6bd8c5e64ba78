using System.Net;
using Plr.GraphQL.AspNetCore.Tests.Sockets;

namespace Plr.GraphQL.AspNetCore.Tests;

/// <summary><c>@defer</c> and <c>@stream</c> over every transport.</summary>
public sealed class IncrementalDeliveryTests
{
    private const string Document = "{ hello ... @defer(label: \"L\") { later: hello(name: \"ada\") } }";

    private const string First = """{"data":{"hello":"hello, you"},"pending":[{"id":"0","path":[],"label":"L"}],"hasNext":true}""";

    private const string Second =
        """{"incremental":[{"id":"0","data":{"later":"hello, ada"}}],"completed":[{"id":"0"}],"hasNext":false}""";

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed, application/json")]
    [InlineData("application/graphql-response+json, multipart/mixed;q=0.5")]
    public async Task A_client_that_takes_parts_is_given_each_as_it_comes(string accept)
    {
        await using var server = await StartAsync();
        var answer = await server.PostAsync(Requests.Query(Document), accept);
        Assert.Equal((HttpStatusCode.OK, "multipart/mixed"), (answer.Status, answer.ContentType));
        Assert.Contains("boundary=\"-\"", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(
            $"\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{First}\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{Second}\r\n-----\r\n",
            answer.Body);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/mixed;q=0, application/json")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    [InlineData(null)]
    public async Task Any_other_client_is_given_the_whole(string? accept)
    {
        await using var server = await StartAsync();
        var answer = await server.PostAsync(Requests.Query(Document), accept);
        Assert.Equal("""{"data":{"hello":"hello, you","later":"hello, ada"}}""", answer.Body);
    }

    [Fact]
    public async Task One_response_is_sent_as_any_other_and_so_is_a_refusal()
    {
        await using var server = await StartAsync();
        var answer = await server.PostAsync(Requests.Query("{ hello }"), "multipart/mixed, application/json");
        Assert.Equal(("application/json", """{"data":{"hello":"hello, you"}}"""), (answer.ContentType, answer.Body));
        var refusal = await server.PostAsync(Requests.Query("{ nosuch ... @defer { hello } }"), "multipart/mixed");
        Assert.Equal((HttpStatusCode.BadRequest, "GRAPHQL_VALIDATION_FAILED"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task A_subscription_does_not_come_in_parts()
    {
        await using var server = await StartAsync();
        var answer = await server.PostAsync(Requests.Query("subscription { count(to: 1) }"), "multipart/mixed");
        Assert.Equal(ErrorCodes.OperationNotAllowed, answer.Code);
    }

    [Fact]
    public async Task Over_an_event_stream_each_part_is_an_event()
    {
        await using var server = await StartAsync();
        var answer = await server.PostAsync(Requests.Query(Document), "text/event-stream");
        Assert.Equal($":\n\nevent: next\ndata: {First}\n\nevent: next\ndata: {Second}\n\nevent: complete\ndata: \n\n", answer.Body);
    }

    [Fact]
    public async Task Over_a_socket_each_part_is_a_message()
    {
        await using var server = await StartAsync();
        using var client = await SocketClient.InitializedAsync(server);
        await client.SubscribeAsync("1", Document);
        Assert.Equal($$"""{"id":"1","type":"next","payload":{{First}}}""", await client.ReceiveAsync());
        Assert.Equal($$"""{"id":"1","type":"next","payload":{{Second}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"1","type":"complete"}""", await client.ReceiveAsync());
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(configureServer: builder => builder.AddSchemaDocument(
        """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        """));
}
