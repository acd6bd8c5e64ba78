using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Plr.Host.Observation.Export;
using Plr.Host.Serving;
using Plr.Host.Tests.Serving;
using Plr.Testing;

namespace Plr.Host.Tests.Observation;

/// <summary>What leaves the process for a collector: stages, kinds and times, and nothing of anyone.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Uln = "9000000075";
    private const string Given = "Gwen";
    private const string Document = $$"""query Of{{Uln}}($uln: Uln!) { learner(uln: $uln) { name { given } } again: learner(uln: "{{Uln}}") { name { given } } }""";
    private readonly TestDatabase database = new(DatabaseTemplate.Demonstration);
    private readonly HttpClient http = new();

    public Task InitializeAsync() => database.CreateAsync();

    public async Task DisposeAsync()
    {
        http.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_collector_gets_spans_and_metrics_without_a_word_of_the_requests()
    {
        await using var collector = await Collector.StartAsync();
        string metrics;
        await using (var server = await StartAsync(collector.Address))
        {
            await SendAllAsync(server.Address);
            metrics = await http.GetStringAsync(server.Address + "/metrics");
        } // What is left is sent at the end.

        var spans = collector.TextOf("traces");
        Assert.All(
            new[] { "graphql.parse", "graphql.validate", "graphql.coerce", "graphql.plan", "graphql.cost", "graphql.execute", "graphql.complete", "graphql.document.hash", "Of#", "http.request.method", "plr" },
            name => Assert.Contains(name, spans, StringComparison.Ordinal));
        Assert.Contains("graphql.server.request.duration", collector.TextOf("metrics"), StringComparison.Ordinal);
        Assert.Contains("plr.disclosures.written", collector.TextOf("metrics"), StringComparison.Ordinal);
        Assert.All(new[] { spans, collector.TextOf("metrics"), metrics }, told =>
        {
            Assert.DoesNotContain(Uln, told, StringComparison.Ordinal);
            Assert.DoesNotContain(Given, told, StringComparison.Ordinal);
            Assert.DoesNotContain("again", told, StringComparison.Ordinal); // a word of the document
            Assert.DoesNotContain("127.0.0.1", told, StringComparison.Ordinal);
        });
    }

    [Fact] // The attack with the guard off: ASP.NET's own spans hold the path, and so what a client writes into it.
    public async Task Without_the_list_of_tags_a_number_in_a_path_or_a_trace_state_would_be_told()
    {
        AppContext.SetSwitch(TelemetryExport.SuppressSwitch, false); // As the export does.
        var heard = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => heard.Enqueue($"{string.Join(' ', span.TagObjects)} {span.TraceStateString}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await PlrServer.StartAsync(GraphServer.Options(database.ConnectionString), CancellationToken.None);
        using var response = await http.GetAsync($"{server.Address}/errors/{Uln}");
        await PostAsync(server.Address + "/graphql", new { query = "{ __typename }" }, GraphServer.Token("--learner", Uln));
        Assert.Contains(heard, tags => tags.Contains($"/errors/{Uln}", StringComparison.Ordinal));
        Assert.Contains(heard, tags => tags.Contains($"learner={Uln}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "somewhere", "`OTEL_EXPORTER_OTLP_ENDPOINT` is `somewhere`; it is the collector's absolute http or https address")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "smoke", "`OTEL_EXPORTER_OTLP_PROTOCOL` is `smoke`; it is `grpc` or `http/protobuf`")]
    public async Task A_setting_that_cannot_be_understood_is_refused_at_start(string name, string value, string message)
    {
        var settings = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1", [name] = value };
        var options = GraphServer.Options(database.ConnectionString, [.. settings.Select(setting => (setting.Key, setting.Value))]);
        Assert.Equal(message, (await Assert.ThrowsAsync<RefusedException>(() => PlrServer.StartAsync(options, CancellationToken.None))).Message);
    }

    private Task<PlrServer> StartAsync(string collector) => PlrServer.StartAsync(
        GraphServer.Options(database.ConnectionString, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")),
        CancellationToken.None);

    private async Task SendAllAsync(string address)
    {
        var body = new { query = Document, variables = new { uln = Uln } };
        var token = GraphServer.Token("--learner", Uln);
        Assert.Contains(Given, await PostAsync(address + "/graphql", body, token), StringComparison.Ordinal);
        Assert.Contains(Given, await PostAsync(address + "/graphql", body, token, "text/event-stream"), StringComparison.Ordinal);
        await PostAsync(address + "/graphql", new[] { body }, token);
        await PostAsync(address + "/graphql", new { query = $"{{ learner(uln: \"{Uln}" }, token);
        await PostAsync(address + "/graphql", new { query = Document, operationName = Given, variables = new { uln = Uln + "1" } }, token);
        await PostAsync(address + "/graphql", new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Uln } } }, token);
        await PostAsync($"{address}/graphql/{Uln}", body, token);
        await http.GetStringAsync($"{address}/graphql?query={Uri.EscapeDataString(Document)}&variables={Uri.EscapeDataString($$"""{"uln":"{{Uln}}"}""")}");
        using var page = await http.GetAsync($"{address}/errors/{Uln}");
        await DiscloseAsync(address);
        await AskOverSocketAsync(address, body);
    }

    // A reading of another's record, so that the disclosure log is written.
    private async Task DiscloseAsync(string address)
    {
        await PostAsync(
            address + "/graphql",
            new { query = """mutation { grantPermission(input: { grantee: { organisation: "19990020" }, scopes: [IDENTITY], purpose: "advice" }) { grant { id } errors { __typename } } }""" },
            GraphServer.Token("--learner", Uln));
        var adviser = GraphServer.Token("--organisation", "19990020", "--kind", "careers-adviser", "--person", "Gwen Fisher");
        Assert.Contains(Given, await PostAsync(address + "/graphql", new { query = Document, variables = new { uln = Uln } }, adviser), StringComparison.Ordinal);
    }

    private async Task<string> PostAsync(string address, object body, string token, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.UserAgent.ParseAdd($"client/{Uln}");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.Add("tracestate", $"learner={Uln}");
        request.Headers.Add("baggage", $"learner={Uln}");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task AskOverSocketAsync(string address, object body)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Authorization", "Bearer " + GraphServer.Token("--learner", Uln));
        await socket.ConnectAsync(new Uri(address.Replace("http:", "ws:", StringComparison.Ordinal) + "/graphql"), CancellationToken.None);
        await SendAsync(socket, new { type = "connection_init", payload = new { uln = Uln } });
        await ReceiveAsync(socket);
        await SendAsync(socket, new { id = Uln, type = "subscribe", payload = body });
        Assert.Contains(Given, await ReceiveAsync(socket), StringComparison.Ordinal);
    }

    private static Task SendAsync(ClientWebSocket socket, object message) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[16_384];
        var frame = await socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, frame.Count);
    }
}
