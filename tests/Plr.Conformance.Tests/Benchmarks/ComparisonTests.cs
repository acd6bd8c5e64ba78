using Plr.Benchmarks.Comparison;

namespace Plr.Conformance.Tests.Benchmarks;

/// <summary>What the comparison makes of its figures.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void Bytes_are_a_median_a_request_and_collections_a_sum()
    {
        var row = Row("plain", "hello", bytes: [10_000, 30_000, 20_000], gen2: [0, 2, 1]);
        Assert.Equal(2_000, row.AllocatedPerRequest);
        Assert.Equal(3, row.Gen2Collections);
    }

    [Fact]
    public void A_server_that_does_not_tell_its_memory_has_none_in_its_row()
    {
        var row = Measurement.Of("peer", "hello", [new MeasuredRun(Load(2))], workingSet: null);
        Assert.Null(row.AllocatedPerRequest);
        Assert.Null(row.Gen2Collections);
        Assert.Contains("| hello | peer | 100 | 1.00 | 1.00 | 2.00 | 1.00 |  |  |  |  |  |", ComparisonReport.Table([row with { Server = "floor" }, row]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_480, 0, "2048 bytes a request (the floor 1024, the web server alone 900), at most 2048: met", "0 gen2 collections (the floor 0), none: met")]
    [InlineData(20_490, 1, "2049 bytes a request (the floor 1024, the web server alone 900), at most 2048: missed", "1 gen2 collections (the floor 0), none: missed")]
    public void Hello_may_allocate_so_much_and_no_more(long bytes, int gen2, string allocation, string collections)
    {
        var verdicts = ComparisonReport.Verdicts(
            [Row("floor", "hello", [10_240], [0]), Row("plain", "hello", [bytes], [gen2]), Row("kestrel", "hello", [9_000], [4])]);
        Assert.Equal($"- `hello`, plain: {allocation}\n- `hello`, plain: {collections}\n", verdicts);
    }

    [Theory]
    [InlineData(70, 4, "met", "met")]
    [InlineData(69, 4, "missed", "met")]
    [InlineData(70, 5, "met", "missed")]
    public void The_consented_graph_may_fall_so_far_behind_and_no_further(double rate, double tail, string first, string second)
    {
        var graph = Measurement.Of("graph", "consented", [new MeasuredRun(Load(tail) with { RequestsPerSecond = rate })], workingSet: null);
        var lines = ComparisonReport.Verdicts([Row("floor", "consented", [1], [0]), graph]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith($"at least 0.70: {first}", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($"at most 2.00: {second}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_read_as_it_was_written()
    {
        var report = new MemoryReport(12_345_678_901, 3, 456, 789);
        Assert.Equal("memory: 12345678901 3 456 789", report.ToString());
        Assert.Equal(report, MemoryReport.Read(report.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("graph listens on http://127.0.0.1:5095/graphql")]
    [InlineData("memory: 1 2 3")]
    [InlineData("memory: 1 2 3 4 5")]
    [InlineData("memory: 1 -2 3 4")]
    [InlineData("memory: 1 4294967296 3 4")]
    [InlineData("memory: 1 2 x 4")]
    public void A_line_of_the_log_is_no_report(string line) => Assert.Null(MemoryReport.Read(line));

    private static Measurement Row(string server, string operation, long[] bytes, int[] gen2) => Measurement.Of(
        server, operation, [.. bytes.Zip(gen2, (allocated, collections) => new MeasuredRun(Load(2), null, allocated, collections))], workingSet: null);

    private static LoadResult Load(double tail) => new(100, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(tail), 10);
}
