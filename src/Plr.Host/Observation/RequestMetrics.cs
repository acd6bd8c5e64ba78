using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Plr.Host.Observation;

/// <summary>Counts HTTP requests and times them.</summary>
/// <remarks>Labels are the area of the path and the status: never a path, a query or a learner.</remarks>
public sealed class RequestMetrics
{
    private readonly Histogram<double> duration;
    private readonly UpDownCounter<long> inFlight;

    /// <summary>Joins the host's meters.</summary>
    public RequestMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ProcessMetrics.MeterName);
        duration = meter.CreateHistogram(
            "plr.http.request.duration", "s", "time from the first byte read to the response's end", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
        inFlight = meter.CreateUpDownCounter<long>("plr.http.requests.in_flight", "{request}", "requests being answered");
    }

    /// <summary>Measures one request.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        inFlight.Add(1);
        try
        {
            await next(context);
        }
        finally
        {
            inFlight.Add(-1);
            duration.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                new KeyValuePair<string, object?>("area", AreaOf(context.Request.Path)),
                new KeyValuePair<string, object?>("status", context.Response.StatusCode.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string AreaOf(PathString path) => path switch
    {
        _ when path.StartsWithSegments("/graphql/catalogue", StringComparison.Ordinal) => "catalogue",
        _ when path.StartsWithSegments("/graphql/records", StringComparison.Ordinal) => "records",
        _ when path.StartsWithSegments("/graphql", StringComparison.Ordinal) => "graphql",
        _ when path.StartsWithSegments("/health", StringComparison.Ordinal) => "health",
        _ => "other",
    };
}
