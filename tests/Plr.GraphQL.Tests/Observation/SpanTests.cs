using System.Security.Cryptography;
using System.Text;

namespace Plr.GraphQL.Tests.Observation;

// OpenTelemetry, Semantic conventions for GraphQL server spans. What is tagged here is all there is: no document, no variable, no value.
[Collection(ObservedCollection.Name)]
public sealed class SpanTests
{
    [Fact]
    public async Task Each_stage_of_a_request_is_a_span_below_that_of_the_request()
    {
        using var recorder = new Recorder();
        const string document = "query Greet($name: String) { hello(name: $name) }";
        await ObservedEngine.Make(recorder).ExecuteAsync(document, """{"name":"secret"}""");

        Assert.Equal(
            [
                "Internal graphql.parse",
                "Internal graphql.validate",
                "Internal graphql.coerce",
                "Internal graphql.plan",
                "Internal graphql.cost",
                "Internal graphql.complete",
                "Internal graphql.execute",
                $"Server query graphql.document.hash={Hash(document)} graphql.operation.type=query graphql.operation.name=Greet graphql.transport=direct graphql.outcome=OK",
            ],
            recorder.SpanRows);
        var request = recorder.Spans[^1];
        Assert.All(recorder.Spans.Where(span => span != request && span.DisplayName != "graphql.complete"), span => Assert.Equal(request.SpanId, span.ParentSpanId));
    }

    [Fact]
    public async Task A_document_that_is_known_is_neither_parsed_nor_validated()
    {
        using var recorder = new Recorder();
        var engine = ObservedEngine.Make(recorder);
        await engine.ExecuteAsync("{ hello }");
        await engine.ExecuteAsync("{ hello }");
        Assert.Single(recorder.Spans, span => span.DisplayName == "graphql.parse");
        Assert.Single(recorder.Spans, span => span.DisplayName == "graphql.validate");
        Assert.Equal(2, recorder.Spans.Count(span => span.DisplayName == "query"));
    }

    [Fact]
    public async Task A_batch_of_a_loader_is_a_span_with_the_number_of_its_keys()
    {
        using var recorder = new Recorder();
        await ObservedEngine.Make(recorder).ExecuteAsync("{ squares(of: [1, 2, 3]) }");
        Assert.Equal(
            ["Internal graphql.batch graphql.loader=Squares graphql.loader.keys=2", "Internal graphql.batch graphql.loader=Squares graphql.loader.keys=1"],
            recorder.SpanRows.Where(row => row.Contains("batch", StringComparison.Ordinal)));
        var execution = Assert.Single(recorder.Spans, span => span.DisplayName == "graphql.execute");
        Assert.All(recorder.Spans.Where(span => span.DisplayName == "graphql.batch"), span => Assert.Equal(execution.SpanId, span.ParentSpanId));
    }

    [Theory]
    [InlineData("{ hello(", "Server GraphQL Operation graphql.document.hash=HASH graphql.transport=direct graphql.outcome=GRAPHQL_PARSE_FAILED graphql.error.count=1 error.type=GRAPHQL_PARSE_FAILED Error")]
    [InlineData("{ nothing }", "Server GraphQL Operation graphql.document.hash=HASH graphql.transport=direct graphql.outcome=GRAPHQL_VALIDATION_FAILED graphql.error.count=1 error.type=GRAPHQL_VALIDATION_FAILED Error")]
    [InlineData("query($n: Int!) { squares(of: [$n]) }", "Server query graphql.document.hash=HASH graphql.operation.type=query graphql.transport=direct graphql.outcome=INPUT_COERCION_FAILED graphql.error.count=1 error.type=INPUT_COERCION_FAILED Error")]
    [InlineData("{ breaks }", "Server query graphql.document.hash=HASH graphql.operation.type=query graphql.transport=direct graphql.outcome=PARTIAL graphql.error.count=1")]
    [InlineData("mutation { add(number: 1) }", "Server mutation graphql.document.hash=HASH graphql.operation.type=mutation graphql.transport=direct graphql.outcome=OK")]
    public async Task The_span_of_a_request_says_how_it_went(string document, string row)
    {
        using var recorder = new Recorder();
        await ObservedEngine.Make(recorder).ExecuteAsync(document);
        Assert.Equal(row.Replace("HASH", Hash(document), StringComparison.Ordinal), recorder.SpanRows[^1]);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_span()
    {
        using var recorder = new Recorder();
        using var client = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ObservedEngine.Make(recorder).ExecuteAsync("{ waits }", cancellationToken: client.Token));
        Assert.EndsWith("graphql.outcome=CANCELLED", recorder.SpanRows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_events_of_a_subscription_are_spans_of_its_trace()
    {
        using var recorder = new Recorder();
        await foreach (var response in ObservedEngine.Make(recorder).StreamAsync("subscription Watch { count(to: 2) }"))
        {
            Assert.Contains("count", response, StringComparison.Ordinal);
        }

        var begun = Assert.Single(recorder.Spans, span => span.DisplayName == "subscription");
        var events = recorder.Spans.Where(span => span.DisplayName == "graphql.event").ToList();
        Assert.Equal(2, events.Count);
        Assert.All(events, span => Assert.Equal((begun.TraceId, begun.SpanId), (span.TraceId, span.ParentSpanId)));
        Assert.All(events, span => Assert.Contains(recorder.Spans, below => below.DisplayName == "graphql.execute" && below.ParentSpanId == span.SpanId));
    }

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
