using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plr.GraphQL.AspNetCore.Tests.Http;

public sealed class BadRequestTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    public static TheoryData<string, int, string> Bodies { get; } = new()
    {
        { "", 400, "BODY_NOT_JSON" },
        { "hello", 400, "BODY_NOT_JSON" },
        { "\"hello\"", 400, "BODY_NOT_JSON" },
        { "null", 400, "BODY_NOT_JSON" },
        { "{\"query\":\"{ hello }\"", 400, "BODY_NOT_JSON" },
        { "{\"query\":\"{ hello }\"} trailing", 400, "BODY_NOT_JSON" },
        { "{\"query\":\"{ hello }\",\"query\":\"{ unavailable }\"}", 400, "BODY_NOT_JSON" },
        { "{\"query\":\"\\ud800\"}", 400, "BODY_NOT_JSON" },
        { "[{\"query\":\"{ hello }\"}]", 400, "BATCHING_DISABLED" },
        { "{}", 400, "QUERY_MISSING" },
        { "{\"query\":null}", 400, "QUERY_MISSING" },
        { "{\"query\":1}", 400, "PARAMETER_MALFORMED" },
        { "{\"query\":{}}", 400, "PARAMETER_MALFORMED" },
        { "{\"query\":\"{ hello }\",\"variables\":[]}", 400, "PARAMETER_MALFORMED" },
        { "{\"query\":\"{ hello }\",\"variables\":\"{}\"}", 400, "PARAMETER_MALFORMED" },
        { "{\"query\":\"{ hello }\",\"operationName\":1}", 400, "PARAMETER_MALFORMED" },
        { "{\"query\":\"{ hello }\",\"extensions\":7}", 400, "PARAMETER_MALFORMED" },
        { "{\"query\":\"{ hello }\",\"extensions\":{\"a\":" + new string('[', 100) + new string(']', 100) + "}}", 400, "BODY_NOT_JSON" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task Says_what_is_wrong_with_a_body(string body, int status, string code)
    {
        using var response = await server.PostAsync(body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
        await BystanderIsAnswered();
    }

    [Fact]
    public async Task Refuses_text_that_is_not_UTF_8()
    {
        using var response = await server.PostAsync([.. "{\"query\":\"{ hello(name: \\\""u8, 0xff, 0xfe, .. "\\\") }\"}"u8]);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("BODY_NOT_JSON", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("")]
    public async Task Refuses_a_body_of_another_type(string contentType)
    {
        using var response = await server.PostAsync("""{"query":"{ hello }"}""", contentType: contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("CONTENT_TYPE_UNSUPPORTED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact] // A few hundred bytes that would unfold to megabytes are not unfolded.
    public async Task Refuses_a_compressed_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = new StringContent("x", Encoding.UTF8, "application/json") };
        request.Content.Headers.ContentEncoding.Add("gzip");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Takes_as_many_bytes_as_its_limit(int over, HttpStatusCode status)
    {
        await using var small = new SmallServer(options => options.MaxRequestBytes = 1_000);
        await small.Server.InitializeAsync();
        const string body = """{"query":"{ hello }"}""";
        using var response = await small.Server.PostAsync(body + new string(' ', 1_000 - body.Length + over));
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Gives_up_on_a_body_that_does_not_come()
    {
        await using var small = new SmallServer(options => options.BodyTimeout = TimeSpan.FromMilliseconds(200));
        await small.Server.InitializeAsync();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", small.Server.Address.Port);
        await socket.SendAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"u8.ToArray());
        var answer = new byte[2048];
        var count = await socket.ReceiveAsync(answer);
        Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(answer, 0, count), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_given_twice_in_a_query_string_is_refused()
    {
        using var response = await server.Client.GetAsync(server.Address + "?query={hello}&query={unavailable}");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task BystanderIsAnswered()
    {
        using var response = await server.PostAsync("""{"query":"{ hello }"}""");
        Assert.Equal("""{"data":{"hello":"hello world"}}""", await response.Content.ReadAsStringAsync());
    }

    private sealed class SmallServer(Action<Plr.GraphQL.AspNetCore.Http.GraphQLHttpOptions> configure) : IAsyncDisposable
    {
        public GraphQLServer Server { get; } = new(configure, null);

        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
