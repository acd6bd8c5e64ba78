using Plr.Benchmarks.Fuzzing;
using Xunit.Abstractions;

namespace Plr.Conformance.Tests.Fuzzing;

/// <summary>A short run of each target; <c>dotnet run --project tests/Plr.Benchmarks -- fuzz</c> runs them as long as one likes.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    public static TheoryData<string> Targets => [.. new FuzzTargets().All.Keys];

    [Theory, MemberData(nameof(Targets))]
    public async Task Whatever_comes_is_answered_or_refused(string target)
    {
        var report = await FuzzRun.RunAsync(target, Random.Shared.Next(), 20_000, CancellationToken.None);
        output.WriteLine(report.ToString());
        Assert.True(report.Failure is null, report.ToString());
    }

    [Fact] // A fuzzer that has never found anything is not yet one.
    public void Most_of_what_is_written_by_the_grammar_is_parsed_and_some_is_valid()
    {
        var documents = Enumerable.Range(0, 1_000).Select(seed => GraphQL.Language.Parsing.Parser.Parse(new OperationGrammar(new Dice(seed)).Document()).Document).ToList();
        var valid = documents.Count(document => document is not null && GraphQL.Validation.DocumentValidator.Validate(FuzzSchema.Schema, document).IsEmpty);
        output.WriteLine($"{documents.Count(document => document is not null)} parsed, {valid} valid");
        Assert.True(documents.Count(document => document is not null) > 900 && valid is > 100 and < 990, "the grammar says too little");
    }
}
