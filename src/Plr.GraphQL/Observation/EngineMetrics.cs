using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Plr.GraphQL.Execution;
using Plr.GraphQL.Execution.Costs;
using Plr.GraphQL.Execution.Documents;
using Plr.GraphQL.Language.Ast;

namespace Plr.GraphQL.Observation;

// The instruments of the executors of one provider. A measurement allocates nothing, and costs a look at a flag while nobody listens.
internal sealed class EngineMetrics
{
    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private static readonly double[] Costs = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
    private static readonly double[] Sizes = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000];

    private readonly Histogram<double> requestDuration;
    private readonly Histogram<double> eventDuration;
    private readonly Counter<long> operations;
    private readonly Counter<long> errors;
    private readonly Counter<long> limits;
    private readonly Counter<long> documentLookups;
    private readonly Histogram<double> staticCost;
    private readonly Histogram<double> actualCost;
    private readonly Histogram<double> batchDuration;
    private readonly Histogram<long> batchSize;

    // An executor that is gone is no longer told of.
    private readonly ConditionalWeakTable<RequestExecutor, string> executors = [];

    internal EngineMetrics(Meter meter)
    {
        requestDuration = Histogram(meter, "graphql.server.request.duration", "s", "time from a request's admission to its first response", Seconds);
        eventDuration = Histogram(meter, "graphql.server.event.duration", "s", "time to execute one event of a subscription", Seconds);
        operations = meter.CreateCounter<long>("graphql.server.operations", "{operation}", "operations by name; the first 200 names, the others together");
        errors = meter.CreateCounter<long>("graphql.server.errors", "{error}", "errors of responses, by code");
        limits = meter.CreateCounter<long>("graphql.server.limits", "{refusal}", "requests that met a limit or spent a budget, by code");
        documentLookups = meter.CreateCounter<long>("graphql.server.document.lookups", "{lookup}", "documents found parsed and validated, or not");
        staticCost = Histogram(meter, "graphql.server.cost.static", "{cost}", "what an operation may cost, by its document and variables", Costs);
        actualCost = Histogram(meter, "graphql.server.cost.actual", "{cost}", "what an operation came to cost, where that is reckoned", Costs);
        batchDuration = Histogram(meter, "graphql.server.batch.duration", "s", "time one batch of a loader took", Seconds);
        batchSize = meter.CreateHistogram("graphql.server.batch.size", "{key}", "keys of one batch of a loader", null, new InstrumentAdvice<long> { HistogramBucketBoundaries = [.. Sizes.Select(size => (long)size)] });
        meter.CreateObservableGauge("graphql.server.requests.active", () => Of(executor => executor.ActiveRequests), "{request}", "requests that execute now");
        meter.CreateObservableGauge("graphql.server.subscriptions", () => Of(executor => executor.OpenSubscriptions), "{subscription}", "subscriptions that are open now");
        meter.CreateObservableGauge("graphql.server.document.cached", () => Of(executor => executor.CachedDocuments.Count), "{document}", "documents kept");
        meter.CreateObservableGauge("graphql.server.document.cache.size", () => Of(executor => executor.CachedDocuments.Bytes), "By", "their bytes, as estimated, plans included");
    }

    // For executors that are made without a provider, and where the host has no meters of its own.
    internal static EngineMetrics Shared { get; } = new(new Meter(GraphQLTelemetry.Name));

    internal OperationNames Names { get; } = new();

    internal bool MeasuresRequests => requestDuration.Enabled || operations.Enabled;

    internal bool MeasuresEvents => eventDuration.Enabled;

    // From now on the executor's own counts are told of under its name.
    internal void Add(RequestExecutor executor, string name) => executors.AddOrUpdate(executor, name);

    internal void CountRequest(PreparedOperation? operation, RequestTransport transport, string outcome, TimeSpan elapsed)
    {
        var type = Tags.Text(operation?.Node.Operation);
        if (requestDuration.Enabled)
        {
            var tags = new TagList { { Tags.OperationType, type }, { Tags.Outcome, outcome }, { Tags.Transport, Tags.Text(transport) } };
            requestDuration.Record(elapsed.TotalSeconds, tags);
        }

        if (operation is not null && operations.Enabled)
        {
            var tags = new TagList { { Tags.OperationName, operation.Label }, { Tags.OperationType, type } };
            operations.Add(1, tags);
        }
    }

    internal void CountEvent(string outcome, TimeSpan elapsed) => eventDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>(Tags.Outcome, outcome));

    internal void CountErrors(IReadOnlyList<GraphQLError> told)
    {
        if (!errors.Enabled && !limits.Enabled)
        {
            return;
        }

        for (var i = 0; i < told.Count; i++)
        {
            CountError(told[i].Code);
        }
    }

    internal void CountError(string code)
    {
        errors.Add(1, new KeyValuePair<string, object?>(Tags.ErrorCode, code));
        if (limits.Enabled && IsLimit(code))
        {
            CountLimit(code, isEnforced: true);
        }
    }

    internal void CountLimit(string code, bool isEnforced) => limits.Add(
        1, new KeyValuePair<string, object?>(Tags.Limit, code), new KeyValuePair<string, object?>(Tags.Enforced, isEnforced ? "true" : "false"));

    internal void CountLookup(string cache, bool isHit)
    {
        if (documentLookups.Enabled)
        {
            documentLookups.Add(
                1, new KeyValuePair<string, object?>(Tags.Cache, cache), new KeyValuePair<string, object?>(Tags.CacheResult, isHit ? "hit" : "miss"));
        }
    }

    internal void CountStaticCost(OperationType operation, CostTally cost) => CountCost(staticCost, operation, cost);

    internal void CountActualCost(OperationType operation, CostTally cost) => CountCost(actualCost, operation, cost);

    internal void CountBatch(string loader, int keys, TimeSpan elapsed)
    {
        batchSize.Record(keys, new KeyValuePair<string, object?>(Tags.Loader, loader));
        batchDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>(Tags.Loader, loader));
    }

    private static void CountCost(Histogram<double> histogram, OperationType operation, CostTally cost)
    {
        if (histogram.Enabled)
        {
            histogram.Record((double)cost.Total, new KeyValuePair<string, object?>(Tags.OperationType, Tags.Text(operation)));
        }
    }

    private static bool IsLimit(string code) =>
        code.StartsWith("LIMIT_", StringComparison.Ordinal)
        || code is ErrorCodes.CostLimitExceeded or ErrorCodes.CostBudgetExhausted or ErrorCodes.ExecutionTimeout;

    private static Histogram<double> Histogram(Meter meter, string name, string unit, string description, double[] buckets) =>
        meter.CreateHistogram(name, unit, description, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });

    private IEnumerable<Measurement<long>> Of(Func<RequestExecutor, long> count) =>
        executors.Select(entry => new Measurement<long>(count(entry.Key), new KeyValuePair<string, object?>(Tags.Schema, entry.Value)));
}
