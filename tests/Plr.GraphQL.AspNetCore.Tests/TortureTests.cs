using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plr.GraphQL.AspNetCore.Tests;

/// <summary>Bytes that no client library sends, over a bare socket. After each, a bystander is answered as ever.</summary>
public sealed class TortureTests : IAsyncLifetime
{
    private const string Start = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: application/graphql-response+json\r\n";
    private TestServer server = null!;

    public async Task InitializeAsync() =>
        server = await TestServer.StartAsync(options => options.BodyTimeout = TimeSpan.FromMilliseconds(300));

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_body_in_one_byte_chunks_is_read()
    {
        var body = string.Concat(Requests.Query("{ hello }").Select(letter => $"1\r\n{letter}\r\n")) + "0\r\n\r\n";

        Assert.Contains("hello, you", await ExchangeAsync(Start + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_without_end_is_cut_off_at_the_limit()
    {
        var chunk = $"10000\r\n{new string(' ', 0x10000)}\r\n";

        var answer = await ExchangeAsync(Start + "Transfer-Encoding: chunked\r\n\r\n", Enumerable.Repeat(chunk, 128));

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("LIMIT_REQUEST_BYTES", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        await AssertABystanderIsAnsweredAsync();
    }

    [Fact]
    public async Task A_length_past_the_limit_is_refused_before_a_byte_is_sent()
    {
        Assert.StartsWith("HTTP/1.1 413 ", await ExchangeAsync(Start + "Content-Length: 1073741824\r\n\r\n"), StringComparison.Ordinal);
        await AssertABystanderIsAnsweredAsync();
    }

    [Fact]
    public async Task A_body_that_never_comes_is_given_up()
    {
        var answer = await ExchangeAsync(Start + "Content-Length: 100\r\n\r\n{\"query\":");

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("REQUEST_TIMEOUT", answer, StringComparison.Ordinal);
        await AssertABystanderIsAnsweredAsync();
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n1;\n{\r\n0\r\n\r\n")] // a bare line feed in a chunk's extension
    public async Task A_malformed_chunk_is_400_and_ends_the_connection(string rest)
    {
        var answer = await ExchangeAsync(Start + rest);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("HTTP_MALFORMED", answer, StringComparison.Ordinal);
        await AssertABystanderIsAnsweredAsync();
    }

    [Theory]
    [InlineData("Transfer-Encoding: gzip\r\n\r\n", "400")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "400")]
    [InlineData("Content-Length: -1\r\n\r\n", "400")]
    public async Task A_request_that_two_servers_could_read_in_two_ways_is_refused(string rest, string status)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", await ExchangeAsync(Start + rest), StringComparison.Ordinal);
        await AssertABystanderIsAnsweredAsync();
    }

    [Fact]
    public async Task Headers_past_the_limit_are_431_and_a_URL_past_it_is_414()
    {
        Assert.StartsWith(
            "HTTP/1.1 431 ", await ExchangeAsync(Start + $"X-Huge: {new string('x', 40_000)}\r\n\r\n"), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 414 ",
            await ExchangeAsync($"GET /graphql?query={{hello}}%23{new string('x', 40_000)} HTTP/1.1\r\nHost: x\r\n\r\n"),
            StringComparison.Ordinal);
        await AssertABystanderIsAnsweredAsync();
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_of_its_body_or_of_the_execution_harms_nobody()
    {
        for (var i = 0; i < 20; i++)
        {
            using var socket = await ConnectAsync();
            var body = i % 2 is 0 ? "{\"query\":" : Requests.Query("{ waits }");
            var length = i % 2 is 0 ? 100 : body.Length;
            await socket.SendAsync(Encoding.ASCII.GetBytes($"{Start}Content-Length: {length}\r\n\r\n{body}"));
            socket.LingerState = new LingerOption(true, 0); // A reset, not a farewell.
        }

        await AssertABystanderIsAnsweredAsync();
    }

    [Fact]
    public async Task Random_bytes_never_bring_a_500()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var body = Encoding.UTF8.GetBytes("""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"a\n"},"operationName":null}""");
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            var answer = await server.PostAsync(body);

            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"seed {seed}, body {i}: {answer.Status} {answer.Body}");
            Assert.True(answer.Code is not ErrorCodes.InternalError, $"seed {seed}, body {i}: {Convert.ToHexString(body)}");
        }
    }

    private async Task AssertABystanderIsAnsweredAsync() =>
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", (await server.PostAsync(Requests.Query("{ hello }"))).Body);

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        return socket;
    }

    // Sends until the server has had enough, then reads to the end of what it says.
    private async Task<string> ExchangeAsync(string start, IEnumerable<string>? more = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = await ConnectAsync();
        var sending = SendAsync(socket, [start, .. more ?? []], patience.Token);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (await ReceiveAsync(socket, buffer, patience.Token) is var count and > 0)
        {
            answer.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        await sending;
        return answer.ToString();
    }

    private static async Task SendAsync(Socket socket, IEnumerable<string> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(part), cancellationToken);
            }
            catch (SocketException)
            {
                return; // The server has closed: that is what these tests are about.
            }
        }
    }

    private static async Task<int> ReceiveAsync(Socket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, cancellationToken);
        }
        catch (SocketException)
        {
            return 0; // A reset after the answer: it had unread bytes of ours.
        }
    }
}
