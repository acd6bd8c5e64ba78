using Plr.Benchmarks.Soak;

namespace Plr.Conformance.Tests.Benchmarks;

/// <summary>When memory is said to be flat.</summary>
public sealed class SoakTests
{
    [Fact]
    public void A_straight_line_has_its_slope_and_its_ends()
    {
        var trend = Trend(100, 110, 120, 130, 140, 150, 160, 170);
        Assert.Equal(60, trend.SlopePerMinute, 6); // Ten a sample, six samples a minute.
        Assert.Equal((105, 165), (trend.First, trend.Last));
        Assert.False(trend.IsFlat);
    }

    [Fact] // The first quarter is one of four, and its peak is not the rule.
    public void What_comes_and_goes_is_flat()
    {
        var trend = Trend(100, 90, 300, 95, 100, 102, 98, 101);
        Assert.Equal((95, 99.5), (trend.First, trend.Last));
        Assert.True(trend.IsFlat);
    }

    [Theory]
    [InlineData(105, true)]
    [InlineData(106, false)]
    [InlineData(50, true)]
    public void The_last_quarter_may_be_a_twentieth_above_the_first(long last, bool isFlat) => Assert.Equal(isFlat, Trend(100, 200, 200, last).IsFlat);

    [Fact]
    public void One_sample_is_flat() => Assert.Equal(new SoakTrend(0, 7, 7), Trend(7));

    [Fact]
    public void Each_figure_is_judged_by_itself()
    {
        SoakSample[] samples = [new(TimeSpan.FromSeconds(10), 100, 100), new(TimeSpan.FromSeconds(20), 100, 200)];
        Assert.True(SoakTrend.Of(samples, sample => sample.HeapBytes).IsFlat);
        Assert.False(SoakTrend.Of(samples, sample => sample.WorkingSetBytes).IsFlat);
    }

    private static SoakTrend Trend(params long[] values) => SoakTrend.Of(
        [.. values.Select((value, index) => new SoakSample(TimeSpan.FromSeconds(10 * (index + 1)), value, 0))], sample => sample.HeapBytes);
}
