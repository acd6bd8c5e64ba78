using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Plr.Host.Observation.Exposition;

/// <summary><c>/metrics</c>: all that this server counts, as Prometheus reads it.</summary>
/// <remarks>Source: Prometheus text format 0.0.4. Counts begin with the server.</remarks>
public sealed class MetricsPage : IDisposable
{
    /// <summary>Of the answer.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, InstrumentSeries> instruments = new(StringComparer.Ordinal);

    /// <summary>Listens from now on.</summary>
    /// <param name="meters">Only what its meters count: another server of the same process has its own.</param>
    public MetricsPage(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Meter.Name.StartsWith("Plr.", StringComparison.Ordinal))
            {
                self.EnableMeasurementEvents(instrument, instruments.GetOrAdd(instrument.Name, _ => new InstrumentSeries(instrument)));
            }
        };
        listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((InstrumentSeries)state!).Measure(value, tags)); // As enabled.
        listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((InstrumentSeries)state!).Measure(value, tags));
        listener.Start();
    }

    /// <summary>Everything counted so far.</summary>
    public string Print()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var instrument in instruments.Values.OrderBy(instrument => instrument.Name, StringComparer.Ordinal))
        {
            instrument.Print(text);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();
}
