using System.Diagnostics;

namespace Plr.GraphQL.Observation;

// The stages of a request as spans; null while nobody listens.
internal static class Spans
{
    // Named so where the request failed before an operation was chosen. OpenTelemetry, GraphQL server spans.
    internal const string Request = "GraphQL Operation";
    internal const string Parse = "graphql.parse";
    internal const string Validate = "graphql.validate";
    internal const string Coerce = "graphql.coerce";
    internal const string Plan = "graphql.plan";
    internal const string Cost = "graphql.cost";
    internal const string Execute = "graphql.execute";
    internal const string Batch = "graphql.batch";
    internal const string Complete = "graphql.complete";
    internal const string Event = "graphql.event";

    private static readonly ActivitySource Source = new(GraphQLTelemetry.Name);

    internal static Activity? Start(string name) => Source.StartActivity(name);

    internal static Activity? StartRequest() => Source.StartActivity(Request, ActivityKind.Server);

    // Of an event: in the trace of its subscription, whatever runs when it comes.
    internal static Activity? StartEvent(ActivityContext subscription) => Source.StartActivity(Event, ActivityKind.Internal, subscription);

    internal static Activity? StartBatch(string loader, int keys)
    {
        var span = Source.StartActivity(Batch);
        if (span is not null)
        {
            span.SetTag(Tags.Loader, loader);
            span.SetTag(Tags.LoaderKeys, keys);
        }

        return span;
    }

    // How the request of a span went.
    internal static void SetOutcome(this Activity span, string outcome, int errors)
    {
        span.SetTag(Tags.Outcome, outcome);
        if (outcome is Tags.Ok or Tags.Cancelled)
        {
            return;
        }

        span.SetTag(Tags.ErrorCount, errors);
        if (outcome is not Tags.Partial)
        {
            span.SetTag(Tags.ErrorType, outcome);
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
