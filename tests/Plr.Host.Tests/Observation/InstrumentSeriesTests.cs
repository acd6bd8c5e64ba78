using System.Diagnostics.Metrics;
using System.Text;
using Plr.Host.Observation.Exposition;

namespace Plr.Host.Tests.Observation;

public sealed class InstrumentSeriesTests
{
    [Theory] // Past it nothing is lost: it is told of in one series.
    [Trait("Limit", "InstrumentSeries.MaxSeries")]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void So_many_series_are_kept_apart(int beyond, int together)
    {
        using var meter = new Meter("test");
        var series = new InstrumentSeries(meter.CreateCounter<long>("fish"));
        for (var i = 0; i < InstrumentSeries.MaxSeries + beyond; i++)
        {
            series.Measure(1, [new KeyValuePair<string, object?>("pond", i)]);
        }

        var text = new StringBuilder();
        series.Print(text);
        var lines = text.ToString().Split('\n').Where(line => !line.StartsWith('#')).ToList();
        Assert.Equal(InstrumentSeries.MaxSeries + Math.Min(beyond, 0), lines.Count(line => line.Contains("pond=", StringComparison.Ordinal)));
        Assert.Equal(together, lines.Count(line => line.Contains(InstrumentSeries.Overflow, StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal)));
    }
}
