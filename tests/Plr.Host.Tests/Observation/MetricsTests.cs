using System.Globalization;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.Observation;

/// <summary>What an operator reads at <c>/metrics</c> after requests that are known.</summary>
public sealed class MetricsTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly string Adviser = GraphServer.Token("--organisation", "19990020", "--kind", "careers-adviser", "--person", "Jo Fisher");
    private static readonly string Learner = GraphServer.Token("--learner", "9000000075");

    /// <summary>A request; then series, each with how much it grows.</summary>
    public static TheoryData<string, string, string[]> Requests { get; } = new()
    {
        {
            "query CountedOnce { viewer { kind } }", "learner",
            [
                """graphql_server_request_duration_seconds_count{graphql_operation_type="query",graphql_outcome="OK",graphql_transport="http"}""",
                """graphql_server_operations_total{graphql_operation_name="CountedOnce",graphql_operation_type="query"}""",
                """graphql_server_cost_static_count{graphql_operation_type="query"}""",
                """graphql_server_cost_actual_count{graphql_operation_type="query"}""",
                """plr_http_request_duration_seconds_count{area="graphql",status="200"}""",
            ]
        },
        {
            "{ nothing }", "learner",
            [
                """graphql_server_request_duration_seconds_count{graphql_operation_type="unknown",graphql_outcome="GRAPHQL_VALIDATION_FAILED",graphql_transport="http"}""",
                """graphql_server_errors_total{graphql_error_code="GRAPHQL_VALIDATION_FAILED"}""",
                """plr_http_request_duration_seconds_count{area="graphql",status="400"}""",
            ]
        },
        {
            """{ learner(uln: "9000000075") { name { given } } }""", "adviser",
            [
                """graphql_server_request_duration_seconds_count{graphql_operation_type="query",graphql_outcome="PARTIAL",graphql_transport="http"}""",
                """graphql_server_errors_total{graphql_error_code="CONSENT_REQUIRED"}""",
            ]
        },
        {
            """{ routesFrom(units: ["M/504/7527"], first: 3) { nodes { remainingCredits } } }""", "learner", ["plr_routes_ranking_duration_seconds_count"]
        },
    };

    [Theory, MemberData(nameof(Requests))]
    public async Task A_request_is_counted_under_what_it_was(string document, string viewer, string[] series)
    {
        var before = await MetricLines.ReadAsync(server);
        var answer = await server.AskAsync(document, token: viewer == "adviser" ? Adviser : Learner);
        var after = await MetricLines.ReadAsync(server);
        Assert.All(series, name => Assert.True(after.Value(name) - before.Value(name) == 1, $"{name}: {before.Value(name)}, {after.Value(name)}; {answer}"));
    }

    [Fact]
    public async Task A_disclosure_is_counted_when_it_is_written()
    {
        var granted = await server.AskAsync(
            """mutation { grantPermission(input: { grantee: { organisation: "19990020" }, scopes: [ROUTES], purpose: "advice" }) { grant { id } errors { __typename } } }""",
            token: Learner);
        Assert.NotNull(granted.Text("grantPermission.grant.id"));
        var before = await MetricLines.ReadAsync(server);
        var answer = await server.AskAsync("""{ learner(uln: "9000000075") { progress(qualification: "600/8900/3") { state } } }""", token: Adviser);
        var after = await MetricLines.ReadAsync(server);
        Assert.Empty(answer.Codes);
        Assert.Equal(1, after.Value("plr_disclosures_written_total") - before.Value("plr_disclosures_written_total"));
        Assert.Equal(1, after.Value("plr_disclosures_write_duration_seconds_count") - before.Value("plr_disclosures_write_duration_seconds_count"));
    }

    [Fact]
    public async Task The_caches_of_documents_tell_hits_misses_and_bytes()
    {
        const string miss = """graphql_server_document_lookups_total{graphql_cache="other",graphql_cache_result="miss"}""";
        const string hit = """graphql_server_document_lookups_total{graphql_cache="other",graphql_cache_result="hit"}""";
        const string bytes = """graphql_server_document_cache_size_bytes{graphql_schema="combined"}""";
        var before = await MetricLines.ReadAsync(server);
        await server.AskAsync("query AskedTwice { __typename }");
        await server.AskAsync("query AskedTwice { __typename }");
        var after = await MetricLines.ReadAsync(server);
        Assert.Equal((1, 1), (after.Value(miss) - before.Value(miss), after.Value(hit) - before.Value(hit)));
        Assert.True(after.Value(bytes) > before.Value(bytes));
    }

    [Fact]
    public async Task A_refusal_before_the_engine_is_counted()
    {
        const string refusals = """graphql_http_refusals_total{graphql_error_code="BATCHING_DISABLED",http_response_status_code="400"}""";
        var before = await MetricLines.ReadAsync(server);
        using var batch = new StringContent("[]", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await server.Http.PostAsync(server.Address + "/graphql", batch);
        Assert.Equal(1, (await MetricLines.ReadAsync(server)).Value(refusals) - before.Value(refusals));
    }

    [Fact] // Prometheus text format 0.0.4.
    public async Task Every_line_is_one_that_Prometheus_reads()
    {
        await server.AskAsync("{ __typename }");
        var metrics = await MetricLines.ReadAsync(server);
        Assert.Empty(metrics.Malformed);
        var types = metrics.Lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).ToList();
        Assert.Equal(types.Distinct().Count(), types.Count);
        Assert.All(
            new[] { "process_start_time_seconds", "process_resident_memory_bytes", "process_cpu_seconds_total", "dotnet_gc_collections_total", "dotnet_gc_allocated_bytes_total" },
            name => Assert.True(metrics.Value(name) > 0, name));
    }

    [Fact]
    public async Task The_buckets_of_a_histogram_grow_up_to_its_count()
    {
        await server.AskAsync("{ __typename }");
        var metrics = await MetricLines.ReadAsync(server);
        const string labels = """graphql_operation_type="query",graphql_outcome="OK",graphql_transport="http""" + "\"";
        var buckets = metrics.Lines
            .Where(line => line.StartsWith($"graphql_server_request_duration_seconds_bucket{{{labels},le=", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(16, buckets.Count);
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(metrics.Value($"graphql_server_request_duration_seconds_count{{{labels}}}"), buckets[^1]);
    }
}
