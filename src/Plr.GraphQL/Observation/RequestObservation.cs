using System.Diagnostics;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Documents;

namespace Plr.GraphQL.Observation;

// What one request tells its operators: a span of its own, its duration and its outcome. The default is a request that nobody asks about.
internal struct RequestObservation
{
    private readonly EngineMetrics? metrics;
    private readonly RequestTransport transport;
    private readonly long begun;
    private PreparedOperation? operation;

    private RequestObservation(EngineMetrics metrics, Activity? span, RequestTransport transport)
    {
        this.metrics = metrics;
        this.transport = transport;
        Span = span;
        begun = Stopwatch.GetTimestamp();
    }

    // Null when nobody traces.
    internal Activity? Span { get; }

    internal static RequestObservation Begin(EngineMetrics metrics, GraphQLRequest request)
    {
        var span = Spans.StartRequest();
        return span is null && !metrics.MeasuresRequests ? default : new RequestObservation(metrics, span, request.Transport);
    }

    // The operation was found.
    internal void Choose(PreparedOperation chosen)
    {
        operation = chosen;
        if (Span is { } span)
        {
            var type = Tags.Text(chosen.Node.Operation);
            span.DisplayName = type;
            span.SetTag(Tags.OperationType, type);
            span.SetTag(Tags.OperationName, chosen.ShownName);
        }
    }

    // Null when the client left before there was a result. For a stream, the first one.
    internal readonly void End(ExecutionResult? result) => End(Tags.OutcomeOf(result), result?.ErrorCount ?? 0);

    internal readonly void End(string outcome, int errors)
    {
        if (metrics is null)
        {
            return;
        }

        metrics.CountRequest(operation, transport, outcome, Stopwatch.GetElapsedTime(begun));
        if (Span is { } span)
        {
            span.SetTag(Tags.Transport, Tags.Text(transport));
            span.SetOutcome(outcome, errors);
            span.Dispose();
        }
    }
}
