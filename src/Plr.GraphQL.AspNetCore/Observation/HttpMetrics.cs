using System.Diagnostics.Metrics;
using System.Globalization;
using Plr.GraphQL.AspNetCore.Http.Requests;

namespace Plr.GraphQL.AspNetCore.Observation;

/// <summary>What operators are told of requests and connections that the engine does not see.</summary>
internal sealed class HttpMetrics
{
    public const string MeterName = "Plr.GraphQL.AspNetCore";

    /// <summary>Kinds of connections that stay open.</summary>
    public const string WebSocket = "websocket";
    public const string EventStream = "sse";

    private readonly Counter<long> refusals;
    private readonly UpDownCounter<long> connections;

    public HttpMetrics(Meter meter)
    {
        refusals = meter.CreateCounter<long>("graphql.http.refusals", "{refusal}", "requests refused before the engine saw them, by code");
        connections = meter.CreateUpDownCounter<long>("graphql.http.connections", "{connection}", "sockets and event streams that are open now");
    }

    /// <summary>For a server whose host has no meters of its own.</summary>
    public static HttpMetrics Shared { get; } = new(new Meter(MeterName));

    public void CountRefusal(HttpProblem problem)
    {
        if (refusals.Enabled)
        {
            refusals.Add(
                1,
                new KeyValuePair<string, object?>("graphql.error.code", problem.Code),
                new KeyValuePair<string, object?>("http.response.status_code", problem.StatusCode.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>One more, or with -1 one less.</summary>
    public void CountConnection(string kind, int change) => connections.Add(change, new KeyValuePair<string, object?>("graphql.transport", kind));
}
