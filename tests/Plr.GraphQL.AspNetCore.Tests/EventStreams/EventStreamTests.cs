using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests.EventStreams;

/// <summary>What the checks of the protocol do not ask: limits, ends, and that a stream is no way around a rule.</summary>
public sealed class EventStreamTests
{
    private const string EventStream = "text/event-stream";
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    [Fact]
    public async Task Each_response_is_an_event()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync(Requests.Query("subscription { count(to: 2) }"), EventStream);
        Assert.Equal(
            """
            :

            event: next
            data: {"data":{"count":1}}

            event: next
            data: {"data":{"count":2}}

            event: complete
            data: 


            """,
            answer.Body);
    }

    [Fact] // A browser's EventSource can not POST.
    public async Task A_subscription_may_come_by_GET_and_a_mutation_may_not()
    {
        await using var server = await TestServer.StartAsync();
        var events = await server.GetAsync("/graphql?query=subscription%7Bcount(to:1)%7D", EventStream);
        Assert.Contains("{\"data\":{\"count\":1}}", events.Body, StringComparison.Ordinal);
        var mutation = await server.GetAsync("/graphql?query=mutation%7Badd(number:1)%7D", EventStream);
        Assert.Contains(ErrorCodes.OperationNotAllowed, mutation.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_gets_no_stream_by_GET()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.GetAsync("/graphql?query=subscription%7Bcount(to:1)%7D", EventStream, site: "cross-site");
        Assert.Equal((HttpStatusCode.Forbidden, HttpErrorCodes.CrossSiteRefused), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/json, text/event-stream;q=0.5", "application/json")]
    [InlineData("text/event-stream, application/json", "text/event-stream")]
    [InlineData("*/*", "application/json")]
    public async Task The_form_that_is_wanted_most_is_given(string accept, string expected)
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(expected, (await server.PostAsync(Requests.Query("{ hello }"), accept)).ContentType);
    }

    [Fact]
    public async Task Switched_off_there_are_no_streams()
    {
        await using var server = await TestServer.StartAsync(options => options.EventStreams.Enabled = false);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await server.PostAsync(Requests.Query("{ hello }"), EventStream)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(server, HttpMethod.Put, "/graphql")).Status);
    }

    [Fact]
    public async Task An_idle_stream_shows_that_it_is_alive_and_a_client_that_leaves_leaves_nothing_open()
    {
        await using var server = await TestServer.StartAsync(options => options.EventStreams.KeepAliveInterval = TimeSpan.FromMilliseconds(50));
        using (var stream = await OpenAsync(server, "subscription { endless }"))
        {
            Assert.Contains("\"endless\":0", await ReadUntilAsync(stream, "\n\n:\n\n:\n\n"), StringComparison.Ordinal);
            Assert.Equal(1, server.Executor.OpenSubscriptions);
        }

        await server.AllClosedAsync();
    }

    [Fact]
    public async Task One_client_has_only_so_many_streams()
    {
        await using var server = await TestServer.StartAsync(options => options.EventStreams.MaxConnectionsPerClient = 1);
        using var stream = await OpenAsync(server, "subscription { endless }");
        await ReadUntilAsync(stream, "endless");
        var second = await server.PostAsync(Requests.Query("{ hello }"), EventStream);
        Assert.Equal((HttpStatusCode.TooManyRequests, HttpErrorCodes.LimitConnections), (second.Status, second.Code));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(server, HttpMethod.Put, "/graphql")).Status);
    }

    [Theory] // As many others as that are open while one more is asked for.
    [Trait("Limit", "GraphQLEventStreamOptions.MaxConnectionsPerClient")]
    [InlineData(0, 2, null)]
    [InlineData(1, 2, null)]
    [InlineData(2, 2, HttpErrorCodes.LimitConnections)]
    [InlineData(2, 3, null)]
    public async Task One_client_opens_so_many_streams(int others, int most, string? code)
    {
        await using var server = await TestServer.StartAsync(options => options.EventStreams.MaxConnectionsPerClient = most);
        var open = new List<Stream>();
        for (var i = 0; i < others; i++)
        {
            open.Add(await OpenAsync(server, "subscription { endless }"));
            await ReadUntilAsync(open[i], "endless");
        }

        var answer = await server.PostAsync(Requests.Query("{ hello }"), EventStream);
        Assert.Equal(code is null ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains(code ?? "hello, you", answer.Body, StringComparison.Ordinal);
        open.ForEach(stream => stream.Dispose());
    }

    [Theory]
    [Trait("Limit", "GraphQLEventStreamOptions.MaxOperations")]
    [InlineData(0, 2, null)]
    [InlineData(1, 2, null)]
    [InlineData(2, 2, HttpErrorCodes.LimitConnectionOperations)]
    [InlineData(2, 3, null)]
    public async Task One_reserved_stream_runs_so_many_operations(int others, int most, string? code)
    {
        await using var server = await TestServer.StartAsync(options => options.EventStreams.MaxOperations = most);
        var token = (await SendAsync(server, HttpMethod.Put, "/graphql")).Body;
        for (var i = 0; i < others; i++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(server, token, "subscription { endless }", $"{i}")).Status);
        }

        var answer = await PostAsync(server, token, "{ hello }", "one more");
        Assert.Equal(code is null ? HttpStatusCode.Accepted : HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal(code, code is null ? null : answer.Code);
    }

    [Theory] // So many events and one that says `complete`. Where all fit, the operation ends though nobody reads, and its id is free again.
    [Trait("Limit", "GraphQLEventStreamOptions.MaxQueuedMessages")]
    [InlineData(2, 4, true)]
    [InlineData(3, 4, true)]
    [InlineData(4, 4, false)]
    [InlineData(4, 5, true)]
    public async Task So_many_messages_wait_for_their_stream_and_an_operation_waits_with_the_next(int events, int most, bool ends)
    {
        await using var server = await TestServer.StartAsync(options => options.EventStreams.MaxQueuedMessages = most);
        var token = (await SendAsync(server, HttpMethod.Put, "/graphql")).Body;
        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(server, token, $"subscription {{ count(to: {events}) }}", "a")).Status);
        await server.AllClosedAsync();
        var free = false;
        for (var tries = 0; !free && tries < (ends ? 2_000 : 100); tries++)
        {
            free = (await PostAsync(server, token, "{ hello }", "a")).Status is HttpStatusCode.Accepted;
        }

        Assert.Equal(ends, free);
        using var stream = await OpenReservedAsync(server, token);
        await ReadUntilAsync(stream, "event: complete");
    }

    [Fact]
    public async Task A_stream_ends_when_the_token_runs_out()
    {
        await using var server = await StartWithExpiryAsync(TimeSpan.FromMilliseconds(500));
        var answer = await server.PostAsync(Requests.Query("subscription { endless }"), EventStream);
        Assert.Contains("\"endless\":0", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("complete", answer.Body, StringComparison.Ordinal);
        await server.AllClosedAsync();
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams()
    {
        await using var server = await TestServer.StartAsync();
        using var stream = await OpenAsync(server, "subscription { endless }");
        await ReadUntilAsync(stream, "endless");
        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, server.Executor.OpenSubscriptions);
    }

    [Theory]
    [InlineData(1, 100)] // of the stream
    [InlineData(20, 1)] // of the client
    public async Task Over_a_reserved_stream_a_request_error_is_answered_at_once_and_the_rest_over_the_stream(int ofStream, int ofClient)
    {
        await using var server = await TestServer.StartAsync(
            options => (options.EventStreams.MaxOperations, options.MaxOperationsPerClient) = (ofStream, ofClient));
        var token = (await SendAsync(server, HttpMethod.Put, "/graphql")).Body;
        using var stream = await OpenReservedAsync(server, token);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await PostAsync(server, token, "{ nosuch }", "a")).Code);
        Assert.Equal(HttpErrorCodes.ParameterMalformed, (await PostAsync(server, token, "{ hello }", "")).Code);

        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(server, token, "subscription { endless }", "a")).Status);
        await ReadUntilAsync(stream, """{"id":"a","payload":{"data":{"endless":0}}}""");
        Assert.Equal(HttpErrorCodes.LimitConnectionOperations, (await PostAsync(server, token, "{ hello }", "b")).Code);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, HttpMethod.Delete, $"/graphql?operationId=a&token={token}")).Status);
        await server.AllClosedAsync();
        var answer = await PostAsync(server, token, "{ hello }", "b");
        for (var tries = 0; answer.Status is not HttpStatusCode.Accepted && tries < 100; tries++)
        {
            await Task.Delay(20);
            answer = await PostAsync(server, token, "{ hello }", "b");
        }

        await ReadUntilAsync(stream, """
            event: complete
            data: {"id":"b"}
            """);
    }

    [Fact]
    public async Task An_operation_id_that_is_in_use_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        var token = (await SendAsync(server, HttpMethod.Put, "/graphql")).Body;
        await PostAsync(server, token, "subscription { endless }", "a");
        Assert.Equal(HttpErrorCodes.OperationIdTaken, (await PostAsync(server, token, "{ hello }", "a")).Code);
    }

    [Fact]
    public async Task A_reservation_is_for_one_stream_and_ends_with_it()
    {
        await using var server = await TestServer.StartAsync();
        var token = (await SendAsync(server, HttpMethod.Put, "/graphql")).Body;
        using (await OpenReservedAsync(server, token))
        {
            Assert.Equal(HttpErrorCodes.EventStreamTaken, (await server.GetAsync($"/graphql?token={token}", EventStream)).Code);
            Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(server, token, "subscription { endless }", "a")).Status);
        }

        var answer = await PostAsync(server, token, "{ hello }", "a");
        for (var tries = 0; answer.Code is not HttpErrorCodes.EventStreamUnknown && tries < 100; tries++)
        {
            await Task.Delay(20); // A client may be gone a moment before the server knows.
            answer = await PostAsync(server, token, "{ hello }", "a");
        }

        Assert.Equal((HttpStatusCode.NotFound, HttpErrorCodes.EventStreamUnknown), (answer.Status, answer.Code));
        await server.AllClosedAsync();
    }

    [Fact]
    public async Task A_reservation_that_nobody_comes_for_ends()
    {
        await using var server = await TestServer.StartAsync(options => options.EventStreams.ReservationTimeout = TimeSpan.FromMilliseconds(200));
        var token = (await SendAsync(server, HttpMethod.Put, "/graphql")).Body;
        await PostAsync(server, token, "subscription { endless }", "a");
        await Task.Delay(400);
        await server.AllClosedAsync();
        Assert.Equal(HttpErrorCodes.EventStreamUnknown, (await server.GetAsync($"/graphql?token={token}", EventStream)).Code);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task An_unknown_token_opens_nothing(string method)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql?token=guess&operationId=a");
        Assert.Equal(HttpErrorCodes.EventStreamUnknown, (await server.SendAsync(request, EventStream)).Code);
    }

    private static Task<TestServer> StartWithExpiryAsync(TimeSpan left) => TestServer.StartAsync(
        configureServices: services => services.AddSingleton<IStartupFilter>(new ExpirySetter(left)));

    private static async Task<Answer> SendAsync(TestServer server, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        return await server.SendAsync(request, accept: null);
    }

    private static async Task<Answer> PostAsync(TestServer server, string token, string document, string operationId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(
                System.Text.Json.JsonSerializer.Serialize(new { query = document, extensions = new { operationId } }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(TokenHeader, token);
        return await server.SendAsync(request, Requests.GraphQLResponse);
    }

    private static async Task<Stream> OpenReservedAsync(TestServer server, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?token={token}");
        request.Headers.Add("Accept", EventStream);
        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await response.Content.ReadAsStreamAsync();
    }

    private static async Task<Stream> OpenAsync(TestServer server, string document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(Requests.Query(document), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", EventStream);
        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await response.Content.ReadAsStreamAsync();
    }

    private static async Task<string> ReadUntilAsync(Stream stream, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var read = new StringBuilder();
        var buffer = new byte[4_096];
        while (!read.ToString().Contains(text, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, patience.Token);
            Assert.True(count > 0, $"the stream ended with: {read}");
            read.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return read.ToString();
    }

    private sealed class ExpirySetter(TimeSpan left) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate rest) =>
            {
                context.Features.Set(new SignInExpiry(DateTimeOffset.UtcNow + left));
                return rest(context);
            });
            next(app);
        };
    }
}
