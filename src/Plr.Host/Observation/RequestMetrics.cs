using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Plr.Host.Observation;

/// <summary>Counts requests and times them, and prints all as Prometheus reads it.</summary>
/// <remarks>Labels are the area of the path and the status: never a path, a query or a learner. Source: Prometheus text format 0.0.4.</remarks>
public sealed class RequestMetrics(TimeProvider time)
{
    private static readonly double[] BucketSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
    private readonly ConcurrentDictionary<(string Area, int Status), Series> series = new();
    private readonly DateTimeOffset started = time.GetUtcNow();
    private int inFlight;

    /// <summary>Measures one request.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var start = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref inFlight);
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref inFlight);
            series.GetOrAdd((AreaOf(context.Request.Path), context.Response.StatusCode), static _ => new Series())
                .Observe(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }

    /// <summary>Everything counted so far.</summary>
    public string Print()
    {
        var text = new StringBuilder();
        Head(text, "plr_http_request_duration_seconds", "histogram", "time from the first byte read to the response's end");
        foreach (var ((area, status), counted) in series.OrderBy(pair => pair.Key.Area, StringComparer.Ordinal).ThenBy(pair => pair.Key.Status))
        {
            counted.Print(text, string.Create(CultureInfo.InvariantCulture, $"area=\"{area}\",status=\"{status}\""));
        }

        Gauge(text, "plr_http_requests_in_flight", "requests being answered", inFlight);
        Gauge(text, "process_start_time_seconds", "when the process began, seconds since 1970", started.ToUnixTimeSeconds());
        using var process = Process.GetCurrentProcess();
        Gauge(text, "process_resident_memory_bytes", "memory resident", process.WorkingSet64);
        Counter(text, "process_cpu_seconds_total", "processor time spent", process.TotalProcessorTime.TotalSeconds);
        Counter(text, "dotnet_gc_collections_total", "garbage collections of every generation", GC.CollectionCount(0));
        Counter(text, "dotnet_gc_allocated_bytes_total", "bytes allocated", GC.GetTotalAllocatedBytes());
        return text.ToString();
    }

    private static string AreaOf(PathString path) => path switch
    {
        _ when path.StartsWithSegments("/graphql/catalogue", StringComparison.Ordinal) => "catalogue",
        _ when path.StartsWithSegments("/graphql/records", StringComparison.Ordinal) => "records",
        _ when path.StartsWithSegments("/graphql", StringComparison.Ordinal) => "graphql",
        _ when path.StartsWithSegments("/health", StringComparison.Ordinal) => "health",
        _ => "other",
    };

    private static void Head(StringBuilder text, string name, string type, string help) => text.Append($"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static void Gauge(StringBuilder text, string name, string help, double value) => Single(text, name, "gauge", help, value);

    private static void Counter(StringBuilder text, string name, string help, double value) => Single(text, name, "counter", help, value);

    private static void Single(StringBuilder text, string name, string type, string help, double value)
    {
        Head(text, name, type, help);
        text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }

    private sealed class Series
    {
        private readonly long[] buckets = new long[BucketSeconds.Length];
        private long count;
        private double sum;

        public void Observe(double seconds)
        {
            lock (buckets)
            {
                for (var bucket = 0; bucket < buckets.Length; bucket++)
                {
                    buckets[bucket] += seconds <= BucketSeconds[bucket] ? 1 : 0;
                }

                count++;
                sum += seconds;
            }
        }

        public void Print(StringBuilder text, string labels)
        {
            lock (buckets)
            {
                for (var bucket = 0; bucket < buckets.Length; bucket++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"plr_http_request_duration_seconds_bucket{{{labels},le=\"{BucketSeconds[bucket]}\"}} {buckets[bucket]}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"plr_http_request_duration_seconds_bucket{{{labels},le=\"+Inf\"}} {count}\n");
                text.Append(CultureInfo.InvariantCulture, $"plr_http_request_duration_seconds_sum{{{labels}}} {sum}\n");
                text.Append(CultureInfo.InvariantCulture, $"plr_http_request_duration_seconds_count{{{labels}}} {count}\n");
            }
        }
    }
}
