namespace Plr.Benchmarks.Soak;

/// <summary>Whether a figure grew over the samples.</summary>
/// <param name="SlopePerMinute">Of the straight line that fits the samples best, bytes.</param>
/// <param name="First">The median of the first quarter, bytes.</param>
/// <param name="Last">The median of the last quarter, bytes.</param>
internal sealed record SoakTrend(double SlopePerMinute, double First, double Last)
{
    /// <summary>How much the last quarter may be above the first.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Whether the last quarter is no higher than the first, but for <see cref="Tolerance"/>.</summary>
    public bool IsFlat => Last <= First * (1 + Tolerance);

    /// <param name="samples">In the order of time, at least one.</param>
    public static SoakTrend Of(IReadOnlyList<SoakSample> samples, Func<SoakSample, long> figure)
    {
        double[] values = [.. samples.Select(sample => (double)figure(sample))];
        var quarter = (values.Length + 3) / 4;
        return new SoakTrend(Slope([.. samples.Select(sample => sample.At.TotalMinutes)], values), Middle(values[..quarter]), Middle(values[^quarter..]));
    }

    // Least squares; one sample has no slope.
    private static double Slope(double[] minutes, double[] values)
    {
        var (time, value) = (minutes.Average(), values.Average());
        var spread = minutes.Sum(at => (at - time) * (at - time));
        return spread == 0 ? 0 : minutes.Zip(values, (at, one) => (at - time) * (one - value)).Sum() / spread;
    }

    private static double Middle(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
    }
}
