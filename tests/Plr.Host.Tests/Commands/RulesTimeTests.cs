using System.Text.Json;
using Plr.Host.Commands;

namespace Plr.Host.Tests.Commands;

public sealed class RulesTimeTests : IDisposable
{
    private const string Rules = """
        {"format":"rta-exchange/1",
         "units":[{"id":"U1","credits":4,"level":3},{"id":"U2","credits":6,"level":3}],
         "qualifications":[
          {"id":"Q1","root":{"id":"root","type":"pool","units":["U1","U2"],"bounds":[{"measure":"credits","min":10}]}},
          {"id":"Q2","root":{"id":"root","type":"all","units":["U2"]}}]}
        """;

    private const string TwoLearners = """[{"id":"L1","achieved":[{"unit":"U1"}]},{"id":"L2","achieved":[]}]""";

    private readonly string directory = Directory.CreateTempSubdirectory("plr-time").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Rules_time_prints_the_distribution_as_JSON()
    {
        var (catalogue, learners) = (await WriteAsync("catalogue.json", Rules), await WriteAsync("learners.json", TwoLearners));
        var printed = await PlrProcess.RunAsync(null, "rules", "time", "--catalogue", catalogue, "--learners", learners, "--top", "5");
        Assert.Equal(("", ExitCode.Done), (printed.Error, printed.ExitCode));
        Check(printed.Output);
    }

    [Fact]
    public async Task Rules_time_names_the_place_of_what_it_refuses_and_leaves_the_file_of_an_earlier_run()
    {
        var (catalogue, learners) = (await WriteAsync("catalogue.json", Rules), await WriteAsync("learners.json", """[{"id":"L1","achieved":[{"unit":7}]}]"""));
        var times = await WriteAsync("times.json", "earlier");
        var outcome = await PlrProcess.RunAsync(null, "rules", "time", "--catalogue", catalogue, "--learners", learners, "--out", times);
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal($"{learners}:1:33: $[0].achieved[0].unit: expected a text, not a number\n", outcome.Error);
        Assert.Equal("earlier", await File.ReadAllTextAsync(times));
    }

    private static void Check(string json)
    {
        using var times = JsonDocument.Parse(json);
        var root = times.RootElement;
        Assert.Equal(("rta-times/1", 2, 2, 5), (root.GetProperty("format").GetString(), root.GetProperty("qualifications").GetInt32(), root.GetProperty("learners").GetInt32(), root.GetProperty("top").GetInt32()));
        var ranking = root.GetProperty("rankingMicroseconds");
        Assert.InRange(ranking.GetProperty("median").GetDouble(), 0, ranking.GetProperty("max").GetDouble());
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var file = Path.Combine(directory, name);
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
