using System.Globalization;
using Xunit.Abstractions;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Our engine and the reference implementation answer the same cases alike.</summary>
/// <remarks>The same cases each time, so that a change is judged and not the luck of the day; <c>PLR_DIFFERENTIAL_SEED</c> and
/// <c>PLR_DIFFERENTIAL_CASES</c> choose others.</remarks>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_case_is_answered_as_the_reference_answers_it()
    {
        var first = Setting("PLR_DIFFERENTIAL_SEED") ?? 1;
        var count = Setting("PLR_DIFFERENTIAL_CASES") ?? 1_000;
        var report = new DifferentialReport(first);
        using var reference = await ReferenceEngine.StartAsync();
        for (var seed = first; seed < first + count; seed++)
        {
            var asked = CaseGrammar.Make(seed);
            var theirs = reference.AnswerAsync(asked);
            report.Add(asked, await EngineUnderTest.AnswerAsync(asked), await theirs);
        }

        output.WriteLine(report.ToString());
        Assert.True(report.Different == 0, report.ToString());
        Assert.True(report.Explained <= report.Cases / 10, "so many explanations explain nothing");
    }

    [Fact] // Cases that are all alike would prove little.
    public async Task Cases_are_of_all_kinds()
    {
        var report = new DifferentialReport(1);
        for (var seed = 1; seed <= 400; seed++)
        {
            var asked = CaseGrammar.Make(seed);
            var answer = await EngineUnderTest.AnswerAsync(asked);
            report.Add(asked, answer, answer);
        }

        output.WriteLine(report.ToString());
        Assert.True(report is { Refused: > 40 and < 200, Failing: > 80, InParts: > 40 }, report.ToString());
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
