using System.Diagnostics;
using System.Diagnostics.Metrics;
using Plr.GraphQL.Observation;

namespace Plr.GraphQL.Tests.Observation;

// Hears the spans of one test and the measurements of one meter.
internal sealed class Recorder : IDisposable
{
    private readonly Lock gate = new();
    private readonly Activity root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
    private readonly ActivityListener spanListener;
    private readonly MeterListener meterListener = new();
    private readonly List<Activity> spans = [];
    private readonly List<string> measurements = [];

    public Recorder()
    {
        root.Start();
        spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GraphQLTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span => Add(spans, span),
        };
        ActivitySource.AddActivityListener(spanListener);
        meterListener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter, Meter))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(measurements, Text(instrument, value, tags)));
        meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
            Add(measurements, Text(instrument, instrument.Unit == "s" ? null : value, tags))); // A time is whatever it is.
        meterListener.Start();
    }

    public Meter Meter { get; } = new("test");

    // In the order in which they ended.
    public IReadOnlyList<Activity> Spans => Copy(spans);

    // A row a span: kind and name, its tags in their order, its status where it has one.
    public IReadOnlyList<string> SpanRows => [.. Spans.Select(Row)];

    public IReadOnlyList<string> Measurements => Copy(measurements);

    public IReadOnlyList<string> Of(string instrument) =>
        [.. Measurements.Where(row => row.StartsWith(instrument + " ", StringComparison.Ordinal)).Select(row => row[(instrument.Length + 1)..])];

    public IReadOnlyList<string> Observe(string instrument)
    {
        meterListener.RecordObservableInstruments();
        return Of(instrument);
    }

    public void Dispose()
    {
        spanListener.Dispose();
        meterListener.Dispose();
        Meter.Dispose();
        root.Dispose();
    }

    private static string Row(Activity span) =>
        $"{span.Kind} {span.DisplayName}{string.Concat(span.TagObjects.Select(tag => $" {tag.Key}={tag.Value}"))}{(span.Status is ActivityStatusCode.Unset ? "" : $" {span.Status}")}";

    private static string Text(Instrument instrument, object? value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = $"{instrument.Name} {value ?? "time"}";
        foreach (var tag in tags)
        {
            text += $" {tag.Key}={tag.Value}";
        }

        return text;
    }

    private void Add<T>(List<T> to, T entry)
    {
        lock (gate)
        {
            to.Add(entry);
        }
    }

    private List<T> Copy<T>(List<T> from)
    {
        lock (gate)
        {
            return [.. from];
        }
    }
}
