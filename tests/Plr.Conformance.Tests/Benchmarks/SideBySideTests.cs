using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Plr.Benchmarks.Comparison;
using Plr.Benchmarks.SideBySide;

namespace Plr.Conformance.Tests.Benchmarks;

/// <summary>What the comparison with other servers says of its figures.</summary>
public sealed class SideBySideTests
{
    [Fact] // In the second round something else had the machine: for both.
    public void A_ratio_is_the_median_of_the_ratios_of_the_rounds()
    {
        var floor = Row("floor", [100, 10, 200]);
        Assert.Equal(0.9, Row("plain", [90, 9, 190]).RatioTo(floor), 10);
        Assert.Equal(0.5, Row("yoga", [60, 5, 40]).RatioTo(floor), 10);
    }

    [Fact]
    public void A_row_has_the_medians_and_the_ratio_to_the_floor_of_its_operation()
    {
        var table = PeerReport.Table([Row("floor", [1000, 2000, 3000]), Row("mercurius", [500, 1000, 2400], tail: 5, processor: 750)]);
        Assert.Contains("| learner | floor | 2,000 | 1.00 | 1.00 | 2.00 | 1.00 | 50 | 1.00 | 3 |", table, StringComparison.Ordinal);
        Assert.Contains("| learner | Mercurius with graphql-jit | 1,000 | 0.50 | 1.00 | 5.00 | 2.50 | 75 | 1.50 | 3 |", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_best_peer_is_named_with_what_the_engine_is_beside_it()
    {
        var best = PeerReport.Best([Row("floor", [100]), Row("plain", [90]), Row("yoga", [30], processor: 1000), Row("apollo", [20])]);
        Assert.Contains("| learner | GraphQL Yoga | 3.00 | 2.00 |", best, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peer_that_is_ahead_is_said_to_be()
    {
        Measurement[] behind = [Row("floor", [100]), Row("plain", [90]), Row("yoga", [30], tail: 8)];
        Assert.Equal("No peer is ahead of `plain`, in requests per second or in p99.\n", PeerReport.Ahead(behind));
        var ahead = PeerReport.Ahead([.. behind, Row("apollo", [99], tail: 1)]);
        Assert.Equal(
            "- Apollo Server 5 is ahead of `plain` on `learner`: 1.10 times its requests per second.\n"
            + "- Apollo Server 5 is ahead of `plain` on `learner`: its p99 is 0.50 of it.\n",
            ahead);
    }

    [Fact] // The longest of a group has 410.
    public void The_bars_are_as_long_as_the_ratios()
    {
        var picture = XDocument.Parse(PeerChart.Draw(
            [Row("floor", [100]), Row("plain", [125]), Row("yoga", [25]), Row("floor", [10], "hello"), Row("plain", [5], "hello")], "so it was measured"));
        var bars = picture.Descendants().Where(element => element.Name.LocalName == "rect" && element.Attribute("class") is not null).ToList();
        Assert.Equal(["floor", "plain", "peer", "floor", "plain"], bars.Select(bar => bar.Attribute("class")!.Value));
        Assert.Equal(
            [328, 410, 82, 410, 205],
            bars.Select(bar => double.Parse(bar.Attribute("width")!.Value, CultureInfo.InvariantCulture)));
        Assert.Contains(picture.Descendants(), element => element.Value == "so it was measured");
        Assert.Contains(picture.Descendants(), element => element.Value == "0.25  (25 a second)");
    }

    [Theory]
    [InlineData("""{ "data": { "unit": { "level": 2, "code": "A" } } }""" + "\n", true)] // Other white space, another order.
    [InlineData("""{"data":{"unit":{"code":"B","level":2}}}""", false)]
    [InlineData("""{"data":{"unit":{"code":"A","level":"2"}}}""", false)]
    [InlineData("""{"data":{"unit":{"code":"A"}}}""", false)]
    [InlineData("""{"data":{"unit":{"code":"A","level":2}},"errors":[]}""", false)]
    public void Only_the_same_facts_are_the_same_answer(string answer, bool isSame) =>
        Assert.Equal(isSame, SameAnswers.AreSame("""{"data":{"unit":{"code":"A","level":2}}}""", answer));

    [Theory]
    [InlineData("""{"data":{"learner":{"uln":"1000000000","achievements":[]}}}""", true)]
    [InlineData("""{"data":{"learner":null}}""", false)]
    [InlineData("""{"errors":[{"message":"no"}],"data":{"learner":{"uln":"1000000000"}}}""", false)]
    public void An_answer_with_an_error_or_without_the_learner_is_not_counted(string body, bool isCounted) =>
        Assert.Equal(isCounted, Operation.All.Single(operation => operation.Name == "learner").Accepts(Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nA: b\r\n\r\n" + body)));

    private static Measurement Row(string server, double[] rates, string operation = "learner", double tail = 2, double processor = 500) => Measurement.Of(
        server,
        operation,
        [.. rates.Select(rate => new MeasuredRun(new LoadResult(rate, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(tail), 10), TimeSpan.FromMicroseconds(processor)))],
        workingSet: 3 << 20);
}
