using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Plr.GraphQL.AspNetCore.Tests.Sockets;

namespace Plr.GraphQL.AspNetCore.Tests.Observation;

/// <summary>What a client writes is the client's: whatever way a request comes, no span and no metric holds a word of it.</summary>
public sealed class WhatIsToldTests : IDisposable
{
    private const string Uln = "9276308686";
    private const string Value = "GwenDalina";
    private const string Document = $$"""query Find{{Uln}}($name: String) { hello(name: $name) again: hello(name: "{{Uln}}") }""";

    private readonly ConcurrentQueue<string> heard = [];
    private readonly ActivityListener spans;
    private readonly MeterListener measurements = new();

    public WhatIsToldTests()
    {
        spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Plr.", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => heard.Enqueue(
                $"{span.OperationName} {span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} {string.Join(' ', span.Events)}"),
        };
        ActivitySource.AddActivityListener(spans);
        measurements.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name.StartsWith("Plr.", StringComparison.Ordinal))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => heard.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) => heard.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        measurements.Start();
    }

    public void Dispose()
    {
        spans.Dispose();
        measurements.Dispose();
    }

    [Fact]
    public async Task Over_http_batch_multipart_events_and_socket_nothing_that_the_client_wrote_is_told()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxBatchEntries = 10);
        await SendAllAsync(server);
        measurements.RecordObservableInstruments();

        Assert.All(heard, told =>
        {
            Assert.DoesNotContain(Uln, told, StringComparison.Ordinal);
            Assert.DoesNotContain(Value, told, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("hello", told, StringComparison.Ordinal); // a word of the document
        });
        Assert.All(
            new[] { "http", "batch", "sse", "websocket" },
            transport => Assert.Contains(heard, told => told.StartsWith("graphql.server.request.duration", StringComparison.Ordinal) && told.Contains($"[graphql.transport, {transport}]", StringComparison.Ordinal)));
        Assert.Contains(heard, told => told.Contains("[graphql.operation.name, Find#]", StringComparison.Ordinal));
        Assert.Contains(heard, told => told.StartsWith("graphql.execute", StringComparison.Ordinal));
        Assert.Contains(heard, told => told.StartsWith("graphql.http.refusals", StringComparison.Ordinal));
    }

    [Fact] // The scan finds what is there: a name that is not masked.
    public async Task What_is_told_would_be_found()
    {
        await using var server = await TestServer.StartAsync();
        await server.PostAsync(Requests.Query("query FindSomebody { hello }"));
        Assert.Contains(heard, told => told.Contains("FindSomebody", StringComparison.Ordinal));
    }

    private static async Task SendAllAsync(TestServer server)
    {
        var one = JsonSerializer.Serialize(new { query = Document, operationName = "Find" + Uln, variables = new { name = Value } });
        Assert.Contains(Value, (await server.PostAsync(one)).Body, StringComparison.Ordinal);
        Assert.Contains(Value, (await server.PostAsync($"[{one},{one}]")).Body, StringComparison.Ordinal);
        Assert.Contains(Value, (await server.PostAsync(JsonSerializer.Serialize(new { query = Document, variables = new[] { new { name = Value } } }))).Body, StringComparison.Ordinal);
        Assert.Contains(Value, (await server.PostAsync(one, "multipart/mixed, application/json")).Body, StringComparison.Ordinal);
        Assert.Contains(Value, (await server.PostAsync(one, "text/event-stream")).Body, StringComparison.Ordinal);
        await server.GetAsync($"/graphql?query={Uri.EscapeDataString(Document)}&variables={Uri.EscapeDataString($$"""{"name":"{{Value}}"}""")}");

        // What can not be executed, each in another place.
        await server.PostAsync(Requests.Query($"{{ hello(name: \"{Uln}"));
        await server.PostAsync(Requests.Query($"{{ no{Uln} }}"));
        await server.PostAsync(JsonSerializer.Serialize(new { query = Document, operationName = Value }));
        await server.PostAsync(JsonSerializer.Serialize(new { query = "query($n: Int!) { hello }", variables = new { n = Uln + Value } }));
        await server.PostAsync(JsonSerializer.Serialize(new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Uln } } }));
        await server.PostAsync($"{{ \"query\": {Uln} {Value}");
        await server.PostAsync(one, contentType: "text/" + Value);
        await server.PostAsync(Requests.Query("{ breaks }"));

        using var socket = await SocketClient.InitializedAsync(server, $$"""{"uln":"{{Uln}}"}""");
        await socket.SendAsync($$"""{"id":"{{Uln}}","type":"subscribe","payload":{{one}}}""");
        Assert.Contains(Value, await socket.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Contains("complete", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SubscribeAsync(Value, $"subscription S{Uln} {{ count(to: 2) }}");
        for (var message = await socket.ReceiveAsync(); message?.Contains("\"complete\"", StringComparison.Ordinal) is false; message = await socket.ReceiveAsync())
        {
            Assert.Contains("count", message, StringComparison.Ordinal);
        }
    }
}
