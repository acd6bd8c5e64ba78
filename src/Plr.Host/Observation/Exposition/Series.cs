using System.Text;

namespace Plr.Host.Observation.Exposition;

/// <summary>What was measured under one set of labels.</summary>
/// <param name="labels">As they are printed.</param>
/// <param name="buckets">Upper bounds, inclusive and ascending; empty for what is no histogram.</param>
internal sealed class Series(string labels, IReadOnlyList<double> buckets)
{
    private readonly Lock gate = new();
    private readonly long[] counts = new long[buckets.Count];
    private long count;
    private double sum;

    /// <summary>As they are printed.</summary>
    public string Labels { get; } = labels;

    /// <summary>One more observation, or so much more.</summary>
    public void Add(double value)
    {
        lock (gate)
        {
            count++;
            sum += value;
            for (var i = 0; i < counts.Length; i++)
            {
                if (value <= buckets[i])
                {
                    counts[i]++;
                    return;
                }
            }
        }
    }

    /// <summary>What it is now.</summary>
    public void Set(double value)
    {
        lock (gate)
        {
            sum = value;
        }
    }

    public void Print(StringBuilder text, string name)
    {
        lock (gate)
        {
            if (counts.Length == 0)
            {
                text.Append($"{name}{Braced(Labels)} {PrometheusName.Number(sum)}\n");
                return;
            }

            var below = 0L;
            var before = Labels.Length > 0 ? Labels + "," : "";
            for (var i = 0; i < counts.Length; i++)
            {
                below += counts[i];
                text.Append($"{name}_bucket{{{before}le=\"{PrometheusName.Number(buckets[i])}\"}} {PrometheusName.Number(below)}\n");
            }

            text.Append($"{name}_bucket{{{before}le=\"+Inf\"}} {PrometheusName.Number(count)}\n");
            text.Append($"{name}_sum{Braced(Labels)} {PrometheusName.Number(sum)}\n");
            text.Append($"{name}_count{Braced(Labels)} {PrometheusName.Number(count)}\n");
        }
    }

    private static string Braced(string labels) => labels.Length > 0 ? $"{{{labels}}}" : "";
}
