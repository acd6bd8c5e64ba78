using System.Diagnostics.Metrics;

namespace Plr.Subgraphs;

/// <summary>What operators are told of the record and the rules: counts and times, and nothing of anyone.</summary>
public sealed class SubgraphMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Plr.Subgraphs";

    private readonly Histogram<double> rankingDuration;
    private readonly Histogram<double> disclosureDuration;
    private readonly Counter<long> disclosures;

    /// <summary>Joins the host's meters.</summary>
    /// <param name="meters">Null for a meter that belongs to no host.</param>
    public SubgraphMetrics(IMeterFactory? meters = null)
    {
        var meter = meters?.Create(MeterName) ?? new Meter(MeterName);
        rankingDuration = meter.CreateHistogram(
            "plr.routes.ranking.duration", "s", "time to rank all qualifications with whole rules for one set of achievements", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1] });
        disclosures = meter.CreateCounter<long>("plr.disclosures.written", "{entry}", "entries appended to the disclosure log");
        disclosureDuration = meter.CreateHistogram(
            "plr.disclosures.write.duration", "s", "time until the entries of one response were durable", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5] });
    }

    /// <summary>One ranking was made.</summary>
    public void CountRanking(TimeSpan elapsed) => rankingDuration.Record(elapsed.TotalSeconds);

    /// <summary>The entries of one response were appended.</summary>
    public void CountDisclosures(int entries, TimeSpan elapsed)
    {
        disclosures.Add(entries);
        disclosureDuration.Record(elapsed.TotalSeconds);
    }
}
