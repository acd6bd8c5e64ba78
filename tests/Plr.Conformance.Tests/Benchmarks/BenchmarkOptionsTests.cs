using System.CommandLine;
using Plr.Benchmarks.Consented;
using Plr.Benchmarks.Soak;

namespace Plr.Conformance.Tests.Benchmarks;

/// <summary>What the commands take from the command line.</summary>
public sealed class BenchmarkOptionsTests
{
    private readonly Option<string?> database = new("--database");
    private readonly Option<double> seconds = new("--seconds") { DefaultValueFactory = _ => 4 };
    private readonly Option<int> connections = new("--connections") { DefaultValueFactory = _ => 32 };
    private string? onDatabase;
    private ConsentedOptions? consented;
    private SoakOptions? soak;

    [Fact]
    public async Task Consented_has_defaults()
    {
        Assert.Equal(0, await Consented().Parse(["--database", "here"]).InvokeAsync());
        Assert.Equal("here", onDatabase);
        Assert.Equal(new ConsentedOptions(5, TimeSpan.FromSeconds(4), 32, 1_000), consented);
    }

    [Fact]
    public async Task Consented_takes_what_is_given()
    {
        Assert.Equal(0, await Consented().Parse(["--database", "here", "--rounds", "7", "--seconds", "1.5", "--connections", "8", "--learners", "10"]).InvokeAsync());
        Assert.Equal(new ConsentedOptions(7, TimeSpan.FromSeconds(1.5), 8, 10), consented);
    }

    [Theory]
    [InlineData("--rounds", "4", "`--rounds` is a number from 5 to 1000")] // The median of fewer says little.
    [InlineData("--rounds", "many", "`--rounds` is a number from 5 to 1000")]
    [InlineData("--learners", "0", "`--learners` is a number from 1 to 10000")]
    [InlineData("--learners", "10001", "`--learners` is a number from 1 to 10000")]
    public void Consented_refuses_what_can_not_be_measured(string option, string value, string message) =>
        Assert.Contains(Consented().Parse([option, value]).Errors, error => error.Message == message);

    [Theory]
    [InlineData("10", true, 0)]
    [InlineData("1", false, 1)]
    [InlineData("2.5", true, 0)]
    public async Task Soak_runs_so_long_and_ends_with_whether_memory_grew(string minutes, bool isFlat, int exitCode)
    {
        Assert.Equal(exitCode, await Soak(isFlat).Parse(["--database", "here", "--minutes", minutes]).InvokeAsync());
        Assert.Equal("here", onDatabase);
        Assert.Equal(new SoakOptions(TimeSpan.FromMinutes(double.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture)), 32), soak);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("-1")]
    [InlineData("1441")]
    [InlineData("NaN")]
    [InlineData("long")]
    public void Soak_refuses_other_times(string minutes) =>
        Assert.Contains(Soak(isFlat: true).Parse(["--minutes", minutes]).Errors, error => error.Message == "`--minutes` is a number from 1 to 1440");

    private Command Consented() => ConsentedCommand.Create(database, seconds, connections, (connection, options, _) =>
    {
        (onDatabase, consented) = (connection, options);
        return Task.CompletedTask;
    });

    private Command Soak(bool isFlat) => SoakCommand.Create(database, connections, (connection, options, _) =>
    {
        (onDatabase, soak) = (connection, options);
        return Task.FromResult(isFlat);
    });
}
