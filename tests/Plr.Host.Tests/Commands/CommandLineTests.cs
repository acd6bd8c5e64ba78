using Plr.Host.Commands;
using Plr.Testing;

namespace Plr.Host.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("plr-command").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private Dictionary<string, string> Here => new() { ["Plr__DataDirectory"] = directory };

    [Theory]
    [InlineData("--learner", "9276308686")]
    [InlineData("--organisation", "10000001", "--kind", "careers-adviser", "--person", "Ada")]
    [InlineData("--operator")]
    [InlineData("--regulator", "--person", "Ada")]
    public async Task Token_prints_a_token_and_nothing_else(params string[] arguments)
    {
        var outcome = await PlrProcess.RunAsync(Here, ["token", .. arguments]);
        Assert.Equal(("", ExitCode.Done), (outcome.Error, outcome.ExitCode));
        Assert.Matches(@"\A[\w-]+\.[\w-]+\.[\w-]+\n\z", outcome.Output);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "names one holder", "token")]
    [InlineData(ExitCode.Usage, "names one holder", "token", "--learner", "9276308686", "--operator")]
    [InlineData(ExitCode.Usage, "go together", "token", "--organisation", "10000001")]
    [InlineData(ExitCode.Usage, "fly", "fly")]
    [InlineData(ExitCode.Usage, "--catalogue", "rules", "evaluate")]
    [InlineData(ExitCode.Usage, "--catalogue", "rules", "time")]
    [InlineData(ExitCode.Usage, "1 to 1000", "rules", "time", "--catalogue", "any.json", "--top", "1001")]
    [InlineData(ExitCode.Usage, "--top", "rules", "time", "--catalogue", "any.json", "--top", "all")]
    [InlineData(ExitCode.Refused, "cannot be read", "rules", "time", "--catalogue", "no-such-file.json")]
    [InlineData(ExitCode.Usage, "--learners", "seed")]
    [InlineData(ExitCode.Refused, "ULN_CHECK_DIGIT_WRONG", "token", "--learner", "9276308687")]
    [InlineData(ExitCode.Refused, "UKPRN_MALFORMED", "token", "--organisation", "1", "--kind", "employer")]
    [InlineData(ExitCode.Refused, "careers-adviser", "token", "--organisation", "10000001", "--kind", "baker")]
    [InlineData(ExitCode.Refused, "cannot be read", "rules", "evaluate", "--catalogue", "no-such-file.json")]
    public async Task A_bad_command_line_is_refused_with_the_reason(int exitCode, string says, params string[] arguments)
    {
        var outcome = await PlrProcess.RunAsync(Here, arguments);
        Assert.Equal((exitCode, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOTNET_ENVIRONMENT", "Production", "Development alone")]
    [InlineData("Authentication__Authority", "https://id.example.org", "sign in with that issuer")]
    [InlineData("Plr__Subgraphs", "everything", "Plr__Subgraphs")]
    public async Task Token_refuses_where_development_tokens_are_not_taken(string name, string value, string says)
    {
        var outcome = await PlrProcess.RunAsync(new Dictionary<string, string>(Here) { [name] = value }, "token", "--operator");
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_refuses_to_make_up_learners_outside_Development()
    {
        var outcome = await PlrProcess.RunAsync(new Dictionary<string, string>(Here) { ["DOTNET_ENVIRONMENT"] = "Production" }, "seed", "--learners", "1");
        Assert.Equal((ExitCode.Refused, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("Development alone", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_evaluate_prints_results_or_writes_them_to_a_file()
    {
        var catalogue = Path.Combine(directory, "catalogue.json");
        var results = Path.Combine(directory, "results.json");
        await File.WriteAllTextAsync(catalogue, """
            {"format":"rta-exchange/1","asOf":"2015-01-01",
             "units":[{"id":"U1","credits":4,"level":3},{"id":"U2","credits":6,"level":3}],
             "qualifications":[{"id":"Q1","root":{"id":"root","type":"pool","units":["U1","U2"],"bounds":[{"measure":"credits","min":10}]}}],
             "learners":[{"id":"L1","achieved":[{"unit":"U1","awarded":"2014-01-01","source":"own"}]}]}
            """);
        var printed = await PlrProcess.RunAsync(Here, "rules", "evaluate", "--catalogue", catalogue);
        Assert.Equal(("", ExitCode.Done), (printed.Error, printed.ExitCode));
        Assert.Contains("rta-results/1", printed.Output, StringComparison.Ordinal);

        var written = await PlrProcess.RunAsync(Here, "rules", "evaluate", "--catalogue", catalogue, "--out", results);
        Assert.Equal(("", "", ExitCode.Done), (written.Output, written.Error, written.ExitCode));
        Assert.Equal(printed.Output.Trim(), (await File.ReadAllTextAsync(results)).Trim());
    }

    [Fact]
    public async Task Rules_evaluate_names_the_place_of_what_it_refuses_and_leaves_the_file_of_an_earlier_run()
    {
        var catalogue = Path.Combine(directory, "catalogue.json");
        var results = Path.Combine(directory, "results.json");
        await File.WriteAllTextAsync(catalogue, """{"format":"rta-exchange/1","units":[{"id":"U1","credits":-4}],"qualifications":[]}""");
        await File.WriteAllTextAsync(results, "earlier");
        var outcome = await PlrProcess.RunAsync(Here, "rules", "evaluate", "--catalogue", catalogue, "--out", results);
        Assert.Equal(ExitCode.Refused, outcome.ExitCode);
        Assert.StartsWith($"{catalogue}:1:58: $.units[0].credits: -4 is not between 0 and 10000", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("earlier", await File.ReadAllTextAsync(results));
    }

    [Fact]
    public async Task Schema_export_writes_the_files_that_the_repository_holds()
    {
        var outcome = await PlrProcess.RunAsync(Here, "schema", "export", "--out", Path.Combine(directory, "exported"));
        Assert.Equal(("", ExitCode.Done), (outcome.Error, outcome.ExitCode));
        foreach (var name in new[] { "catalogue.graphql", "records.graphql", "supergraph.graphql" })
        {
            Assert.Equal(
                await File.ReadAllTextAsync(RepositoryRoot.Combine("schema", name)),
                await File.ReadAllTextAsync(Path.Combine(directory, "exported", name)));
        }
    }
}
