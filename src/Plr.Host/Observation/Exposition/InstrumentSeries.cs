using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Plr.Host.Observation.Exposition;

/// <summary>All series of one instrument.</summary>
/// <remarks>Labels come from closed sets; should one not, only so many series are kept, and all others are one.</remarks>
internal sealed class InstrumentSeries
{
    /// <summary>Past it what is measured is told of under <see cref="Overflow"/>.</summary>
    public const int MaxSeries = 1_000;

    /// <summary>The label of all that had no room, as OpenTelemetry names it.</summary>
    public const string Overflow = "otel_metric_overflow=\"true\"";

    private readonly ConcurrentDictionary<LabelSet, Series> series = new(LabelSet.Comparer);
    private readonly ConcurrentDictionary<LabelSet, Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> byTags;
    private readonly string type;
    private readonly string help;
    private readonly bool isObservable;
    private readonly IReadOnlyList<double> buckets;
    private readonly Series overflow;

    public InstrumentSeries(Instrument instrument)
    {
        byTags = series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        Name = PrometheusName.Of(instrument);
        help = instrument.Description ?? "";
        isObservable = instrument.IsObservable;
        buckets = instrument switch
        {
            Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries ?? [],
            Histogram<long> histogram => [.. histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound) ?? []],
            _ => [],
        };
        type = buckets.Count > 0 ? "histogram" : PrometheusName.IsCounter(instrument) ? "counter" : "gauge";
        overflow = new Series(Overflow, buckets);
    }

    public string Name { get; }

    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var one = byTags.TryGetValue(tags, out var known) ? known : Add(tags);
        if (isObservable)
        {
            one.Set(value);
        }
        else
        {
            one.Add(value);
        }
    }

    public void Print(StringBuilder text)
    {
        if (series.IsEmpty)
        {
            return;
        }

        text.Append($"# HELP {Name} {help}\n# TYPE {Name} {type}\n");
        foreach (var one in series.Values.OrderBy(one => one.Labels, StringComparer.Ordinal))
        {
            one.Print(text, Name);
        }

        if (series.Count >= MaxSeries)
        {
            overflow.Print(text, Name);
        }
    }

    private Series Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (series.Count >= MaxSeries)
        {
            return overflow;
        }

        var labels = new LabelSet(tags);
        return series.GetOrAdd(labels, static (labels, buckets) => new Series(labels.Text, buckets), buckets);
    }
}
