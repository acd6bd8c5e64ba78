using System.Text.Json;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

public sealed class RulesTimingTests
{
    [Fact]
    public void The_times_of_the_example_are_written_with_their_distribution()
    {
        using var output = new MemoryStream();
        using var catalogue = File.OpenRead(ExchangeExampleTests.Beside("rta-example.json"));
        Assert.Empty(RulesTiming.Run(catalogue, null, 100, output));
        using var times = JsonDocument.Parse(output.ToArray());
        Assert.Equal(1, times.RootElement.GetProperty("qualifications").GetInt32());
        Assert.Equal(2, times.RootElement.GetProperty("learners").GetInt32());
        Assert.True(times.RootElement.GetProperty("rankingMicroseconds").GetProperty("p99").GetDouble() > 0);
    }

    [Fact]
    public void A_catalogue_that_is_refused_is_not_timed()
    {
        using var output = new MemoryStream();
        Assert.NotEmpty(RulesTiming.Run(new MemoryStream("{"u8.ToArray()), null, 100, output));
        Assert.Equal(0, output.Length);
    }
}
