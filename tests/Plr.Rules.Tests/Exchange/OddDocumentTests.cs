using System.Text;
using System.Text.Json;
using Plr.Rules.Evaluation;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

/// <summary>Documents that look broken and have a meaning all the same: circles, repetitions, limits that nobody meets. They are answered, and exactly.</summary>
public sealed class OddDocumentTests
{
    private const string Units = """{"id":"U","credits":4,"level":1},{"id":"V","credits":3,"level":1}""";
    private const string Pool = """{"id":"A","type":"pool","units":["U","V"],"bounds":[{"measure":"credits","min":4}]}""";

    [Theory]
    [InlineData("two units that count as each other", 3, """{"id":"A","type":"pool","units":["U","V"],"bounds":[{"measure":"credits","min":7}]}""", "", """ "equivalent":[{"achieved":"U","countsAs":"V"},{"achieved":"V","countsAs":"U"}],""")]
    [InlineData("a unit that counts as itself", 3, """{"id":"A","type":"pool","units":["U","V"],"bounds":[{"measure":"credits","min":7}]}""", "", """ "equivalent":[{"achieved":"U","countsAs":"U"}],""")]
    [InlineData("a unit that requires itself", 0, Pool, ""","requires":[{"if":"U","anyOf":["U"]}]""")]
    [InlineData("two units that require each other", 3, Pool, ""","requires":[{"if":"U","anyOf":["V"]},{"if":"V","anyOf":["U"]}]""")]
    [InlineData("a unit that requires nothing there is", null, Pool, ""","requires":[{"if":"U","anyOf":[]}]""")]
    [InlineData("a qualification that excludes itself", 0, Pool, ""","excludeUsedIn":["Q"]""")]
    [InlineData("a unit listed twice", null, """{"id":"A","type":"pool","units":["U","U"],"bounds":[{"measure":"credits","min":8}]}""")]
    [InlineData("a minimum above its maximum", null, """{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":5,"max":2}]}""")]
    [InlineData("a minimum above everything", null, """{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":1000000}]}""")]
    [InlineData("levels the wrong way round", null, """{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":1,"minLevel":3,"maxLevel":2}]}""")]
    [InlineData("more choices than there are", null, """{"id":"C","type":"choose","min":2,"max":3,"nodes":[{"id":"A","type":"pool","units":["U"]}]}""")]
    [InlineData("a choice of more than at most", null, """{"id":"C","type":"choose","min":2,"max":1,"nodes":[{"id":"A","type":"pool","units":["U"]},{"id":"B","type":"pool","units":["V"]}]}""")]
    [InlineData("a group of nothing", 0, """{"id":"A","type":"group","nodes":[]}""")]
    [InlineData("nothing listed", 0, """{"id":"A","type":"pool","units":[]}""")]
    [InlineData("a bar on everything", null, Pool, ""","bars":[{"units":["U","V"],"max":0}]""")]
    [InlineData("a clip to nothing", null, """{"id":"R","type":"group","bounds":[{"measure":"credits","min":1}],"nodes":[{"id":"A","type":"pool","units":["U"],"clip":0}]}""")]
    [InlineData("an age of nothing", 4, Pool, ""","maxAgeMonths":0""", """ "asOf":"2020-01-02",""")]
    [InlineData("an age of a hundred thousand years", 0, Pool, ""","maxAgeMonths":1000000""", """ "asOf":"9999-12-31",""")]
    [InlineData("the first day of all", 0, Pool, ""","maxAgeMonths":1""", """ "asOf":"0001-01-01",""")]
    public void A_document_that_looks_broken_is_answered(string name, int? credits, string root, string more = "", string before = "")
    {
        var json = $$"""
            {{{before}} "units":[{{Units}}],
             "qualifications":[{"id":"Q","root":{{root}}{{more}}}],
             "learners":[{"id":"L","achieved":[{"unit":"U","awarded":"2020-01-01"},{"unit":"nobody's"}]}]}
            """;
        using var results = Run(json, EvaluationOptions.Default);
        var result = results.RootElement.GetProperty("results")[0];
        var expected = credits switch { null => "unreachable", 0 => "satisfied", _ => "reachable" };
        Assert.Equal((name, expected), (name, result.GetProperty("status").GetString()));
        Assert.Equal(credits, result.TryGetProperty("remaining", out var remaining) ? remaining.GetProperty("credits").GetInt32() : null);
    }

    [Fact]
    public void A_rule_built_to_explode_is_answered_with_what_the_truth_lies_between()
    {
        // Three groups over the same sixty units, each with two limits that pull apart: strongly NP-hard, and 120 credits at least.
        var units = string.Join(',', Enumerable.Range(0, 60).Select(index => $$"""{"id":"U{{index}}","credits":{{1 + (index * 7 % 13)}},"level":{{index % 4}},"glh":{{10 + (index * 11 % 17)}} }"""));
        var listed = string.Join(',', Enumerable.Range(0, 60).Select(index => $"\"U{index}\""));
        var groups = string.Join(',', Enumerable.Range(0, 3).Select(group =>
            $$"""{"id":"G{{group}}","type":"pool","units":[{{listed}}],"bounds":[{"measure":"credits","min":40,"max":41},{"measure":"glh","min":{{70 + group}},"max":75}]}"""));
        var json = $$"""{"units":[{{units}}],"qualifications":[{"id":"Q","root":{"id":"R","type":"group","nodes":[{{groups}}]} }],"learners":[{"id":"L","achieved":[]}]}""";
        using var results = Run(json, new EvaluationOptions { MaxStates = 3_000 });
        var result = results.RootElement.GetProperty("results")[0];
        Assert.Equal(("too-complex", "RULE_TOO_COMPLEX"), (result.GetProperty("status").GetString(), result.GetProperty("code").GetString()));
        Assert.False(result.TryGetProperty("remaining", out _));
        Assert.InRange(result.GetProperty("atLeast").GetProperty("credits").GetInt32(), 1, 123);
        Assert.True(!result.TryGetProperty("atMost", out var most) || most.GetProperty("credits").GetInt32() >= 120);
    }

    private static JsonDocument Run(string json, EvaluationOptions options)
    {
        using var output = new MemoryStream();
        Assert.Empty(ExchangeEvaluator.Run(new MemoryStream(Encoding.UTF8.GetBytes(json)), null, output, options));
        return JsonDocument.Parse(output.ToArray());
    }
}
