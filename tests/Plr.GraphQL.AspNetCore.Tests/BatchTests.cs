using System.Net;
using System.Text.Json;
using Plr.GraphQL.AspNetCore.Http;

namespace Plr.GraphQL.AspNetCore.Tests;

/// <summary>Several requests in one body: off unless allowed, bounded, and no way around a limit.</summary>
public sealed class BatchTests
{
    private const string Hello = """{"query":"query H($name: String) { hello(name: $name) }","variables":{"name":"ada"}}""";

    [Fact] // BatchQL, graphql-cop: the first thing that is tried.
    public async Task A_batch_is_refused_where_it_is_not_allowed()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal((HttpStatusCode.BadRequest, HttpErrorCodes.BatchingDisabled), await RefusalAsync(server, $"[{Hello}]"));
        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpErrorCodes.ParameterMalformed),
            await RefusalAsync(server, """{"query":"{ hello }","variables":[{"name":"ada"}]}"""));
    }

    [Fact]
    public async Task Each_entry_is_answered_in_order_and_has_its_own_errors()
    {
        await using var server = await StartAsync(5);
        var answer = await server.PostAsync($$"""[{{Hello}}, {"query":"{ nosuch }"}, 7, {"query":"mutation { add(number: 1) }"}, {"query":"{ hello }"}]""");
        Assert.Equal((HttpStatusCode.OK, Requests.GraphQLResponse), (answer.Status, answer.ContentType));
        using var body = JsonDocument.Parse(answer.Body);
        var entries = body.RootElement.EnumerateArray().Select(entry => entry.ToString()).ToList();
        Assert.Equal("""{"data":{"hello":"hello, ada"}}""", entries[0]);
        Assert.Contains("GRAPHQL_VALIDATION_FAILED", entries[1], StringComparison.Ordinal);
        Assert.Contains(HttpErrorCodes.BodyNotJson, entries[2], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"add":2}}""", entries[3]);
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", entries[4]);
    }

    [Fact]
    public async Task Each_set_of_variables_is_an_entry()
    {
        await using var server = await StartAsync(3);
        var answer = await server.PostAsync(
            """{"query":"query H($name: String) { hello(name: $name) }","variables":[{"name":"ada"},{"name":7},{}]}""");
        using var body = JsonDocument.Parse(answer.Body);
        var entries = body.RootElement.EnumerateArray().Select(entry => entry.ToString()).ToList();
        Assert.Equal("""{"data":{"hello":"hello, ada"}}""", entries[0]);
        Assert.Contains("INPUT_COERCION_FAILED", entries[1], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"hello":"hello, you"}}""", entries[2]);
    }

    [Theory]
    [Trait("Limit", "GraphQLHttpOptions.MaxBatchEntries")]
    [InlineData(2, HttpStatusCode.OK)]
    [InlineData(3, HttpStatusCode.OK)]
    [InlineData(4, HttpStatusCode.BadRequest)]
    public async Task Only_so_many_entries_are_answered(int entries, HttpStatusCode expected)
    {
        await using var server = await StartAsync(3);
        var array = await server.PostAsync($"[{string.Join(",", Enumerable.Repeat(Hello, entries))}]");
        Assert.Equal(expected, array.Status);
        var sets = await server.PostAsync(
            $$"""{"query":"{ hello }","variables":[{{string.Join(",", Enumerable.Repeat("{}", entries))}}]}""");
        Assert.Equal(expected, sets.Status);
        if (expected is HttpStatusCode.BadRequest)
        {
            Assert.Equal(HttpErrorCodes.LimitBatchEntries, array.Code);
            Assert.Equal(HttpErrorCodes.LimitBatchEntries, sets.Code);
        }
    }

    [Fact] // An array of requests with arrays of variables would multiply.
    public async Task Sets_of_variables_inside_an_array_count()
    {
        await using var server = await StartAsync(3);
        const string Two = """{"query":"{ hello }","variables":[{},{}]}""";
        var answer = await server.PostAsync($"[{Two},{Two}]");
        Assert.Contains(HttpErrorCodes.LimitBatchEntries, answer.Body, StringComparison.Ordinal);
        Assert.Equal(2, answer.Body.Split("hello, you").Length - 1);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{}")]
    [InlineData("[{}] 1")]
    public async Task What_is_no_batch_is_refused_whole(string body)
    {
        await using var server = await StartAsync(3);
        Assert.Equal((HttpStatusCode.BadRequest, HttpErrorCodes.BodyNotJson), await RefusalAsync(server, body));
    }

    [Fact] // Those that come after one that took it all are not begun.
    public async Task The_time_is_for_all_entries_together()
    {
        await using var server = await StartAsync(3, builder => builder.ModifyOptions(options =>
        {
            options.Execution.ExecutionTimeout = TimeSpan.FromMilliseconds(300);
            options.Execution.CancellationGrace = TimeSpan.FromMilliseconds(50);
        }));
        var answer = await server.PostAsync($$"""[{"query":"{ waits }"},{{Hello}},{{Hello}}]""");
        Assert.Equal(3, answer.Body.Split("EXECUTION_TIMEOUT").Length - 1);
        Assert.Contains("hello, ada", (await server.PostAsync($"[{Hello},{Hello}]")).Body, StringComparison.Ordinal);
    }

    [Theory] // Two pages of 40 are one too many where 50 nodes are the most.
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task The_nodes_are_for_all_entries_together(int entries, bool isRefused)
    {
        await using var server = await StartAsync(3, Pages(options => options.Cost.MaxTypeCost = 50));
        var answer = await server.PostAsync(
            $"[{string.Join(",", Enumerable.Repeat("""{"query":"{ page(first: 40) { nodes { text } } }"}""", entries))}]");
        Assert.Equal(isRefused, answer.Body.Contains("COST_LIMIT_EXCEEDED", StringComparison.Ordinal));
        Assert.Contains("\"data\"", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bytes_are_for_all_entries_together()
    {
        await using var server = await StartAsync(3, builder => builder.ModifyOptions(options => options.Execution.MaxResponseBytes = 70));
        var answer = await server.PostAsync($"[{Hello},{Hello},{Hello}]");
        Assert.Equal(2, answer.Body.Split("hello, ada").Length - 1);
        Assert.Contains("LIMIT_RESPONSE_BYTES", answer.Body, StringComparison.Ordinal);
    }

    private static Task<TestServer> StartAsync(int most, Action<GraphQLServerBuilder>? configure = null) =>
        TestServer.StartAsync(options => options.MaxBatchEntries = most, configure);

    private static Action<GraphQLServerBuilder> Pages(Action<Execution.GraphQLServerOptions> modify) => builder => builder
        .AddSchemaDocument("extend type Query { page(first: Int): Page } type Page { nodes: [Text!] } type Text { text: String }")
        .AddBindings(bindings => bindings
            .Read<Binding.RootValue, Page>("Query.page", _ => new Page())
            .Read<Page, string[]>("Page.nodes", _ => ["a"])
            .Leaf<string, string>("Text.text", text => text))
        .ModifyOptions(modify);

    private static async Task<(HttpStatusCode Status, string? Code)> RefusalAsync(TestServer server, string body)
    {
        var answer = await server.PostAsync(body);
        return (answer.Status, answer.Code);
    }

    private sealed record Page;
}
