using System.Globalization;
using System.Text;
using Plr.Rules.Compilation;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

/// <summary>The limits on rules and units in a document, each at one below, at and one past its value.</summary>
public sealed class DocumentLimitTests
{
    /// <summary>For each limit its value, a document that holds exactly so many, and what is said of one that holds more.</summary>
    public static TheoryData<string, long, Func<long, string>, string> Limits => new()
    {
        { "RuleSize.MaxDepth", RuleSize.MaxDepth, n => Rule(Repeat("""{"id":"N#","type":"group","nodes":[""", n - 1) + """{"id":"P","type":"pool","units":["U"]}""" + Repeat("]}", n - 1)), "nested more than 64 deep" },
        { "RuleSize.MaxListings", RuleSize.MaxListings, n => Rule($$"""{"id":"A","type":"pool","units":[{{List("\"U\"", n)}}]}"""), "more than 4000" },
        { "RuleSize.MaxParts: nodes", RuleSize.MaxParts, n => Rule($$"""{"id":"A","type":"group","nodes":[{{List("""{"id":"P#","type":"pool","units":["U"]}""", n - 1)}}]}"""), "more than 2000" },
        { "RuleSize.MaxParts: bounds", RuleSize.MaxParts, n => Rule($$"""{"id":"A","type":"pool","units":["U"],"bounds":[{{List("""{"measure":"credits","min":1}""", n)}}]}"""), "more than 2000" },
        { "RuleSize.MaxConditions", RuleSize.MaxConditions, n => Rule($$"""{"id":"A","type":"pool","units":["U"]},"bars":[{{List("""{"units":["U"]}""", n)}}]"""), "more than 500" },
        { "RuleSize.MaxNamed", RuleSize.MaxNamed, n => Rule($$"""{"id":"A","type":"pool","units":["U"]},"bars":[{"units":[{{List("\"U\"", n)}}]}]"""), "more than 50000" },
        { "RuleValidator.MaxNumber", RuleValidator.MaxNumber, n => Rule($$"""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":{{n}}}]}"""), "is not between 0 and 1000000" },
        { "RuleValidator.MaxTotalCredits", RuleValidator.MaxTotalCredits, n => RuleOver(n, CatalogueUnit.MaxCredits, "credits"), "add up to more than 8000000 credits" },
        { "RuleValidator.MaxTotalHours", RuleValidator.MaxTotalHours, n => RuleOver(n, CatalogueUnit.MaxGuidedLearningHours, "glh"), "or 250000000 hours" },
        { "CatalogueUnit.MaxCredits", CatalogueUnit.MaxCredits, n => Units($$"""{"id":"U","level":1,"credits":{{n}}}"""), "is not between 0 and 10000" },
        { "CatalogueUnit.MaxGuidedLearningHours", CatalogueUnit.MaxGuidedLearningHours, n => Units($$"""{"id":"U","level":1,"credits":1,"glh":{{n}}}"""), "is not between 0 and 100000" },
        { "JsonCursor.MaxTextLength", JsonCursor.MaxTextLength, n => Units($$"""{"id":"{{new string('U', (int)n)}}","level":1,"credits":1}"""), "1000" },
    };

    [Theory]
    [Trait("Limit", "RuleSize")]
    [Trait("Limit", "RuleValidator")]
    [Trait("Limit", "CatalogueUnit")]
    [Trait("Limit", "JsonCursor")]
    [MemberData(nameof(Limits))]
    public void A_limit_is_inclusive_and_named_where_it_is_passed(string limit, long most, Func<long, string> document, string says)
    {
        Assert.True(Problems(document(most - 1)).Count == 0, limit);
        Assert.True(Problems(document(most)).Count == 0, limit);
        Assert.Contains(Problems(document(most + 1)), problem => problem.Message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_limit_is_in_the_table() => Assert.Equal(
        new[] { typeof(RuleSize), typeof(RuleValidator), typeof(CatalogueUnit), typeof(JsonCursor) }
            .SelectMany(type => type.GetFields().Where(field => field.IsLiteral && field.Name.StartsWith("Max", StringComparison.Ordinal)).Select(field => $"{type.Name}.{field.Name}"))
            .Order(),
        Limits.Select(row => ((string)row[0]).Split(':')[0]).Distinct().Order());

    [Theory]
    [Trait("Limit", "ExchangeLoader.MaxProblems")]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void So_many_problems_are_told_and_how_many_more(int beyond, bool isCutShort)
    {
        var problems = Problems(Rule($$"""{"id":"A","type":"pool","units":[{{List("\"X#\"", ExchangeLoader.MaxProblems + beyond)}}]}"""));
        Assert.Equal(ExchangeLoader.MaxProblems + beyond, problems.Count); // One past the limit, the last says how many are left out.
        Assert.Equal(isCutShort, problems[^1].Message.Contains("MaxProblems", StringComparison.Ordinal));
    }

    private static IReadOnlyList<ExchangeProblem> Problems(string document)
    {
        using var output = new MemoryStream();
        return ExchangeEvaluator.Run(new MemoryStream(Encoding.UTF8.GetBytes(document)), null, output);
    }

    private static string Units(string units) => "{\"format\":\"rta-exchange/1\",\"units\":[" + units + "]}";

    private static string Rule(string root) => """{"units":[{"id":"U","credits":4,"level":1}],"qualifications":[{"id":"Q","root":""" + root + "}]}";

    // Units that add up to so many, as few as may be.
    private static string RuleOver(long total, int most, string measure)
    {
        var values = Enumerable.Repeat((long)most, (int)(total / most)).Append(total % most).ToList();
        var units = values.Select((value, index) => measure == "credits"
            ? $$"""{"id":"U{{index}}","level":1,"credits":{{value}}}"""
            : $$"""{"id":"U{{index}}","level":1,"credits":1,"glh":{{value}}}""");
        return $$$"""{"units":[{{{string.Join(',', units)}}}],"qualifications":[{"id":"Q","root":{"id":"A","type":"pool","units":[{{{List("\"U#\"", values.Count)}}}]}}]}""";
    }

    // "#" is the number.
    private static string Repeat(string text, long times) => string.Concat(Numbered(text, times));

    private static string List(string item, long times) => string.Join(',', Numbered(item, times));

    private static IEnumerable<string> Numbered(string text, long times) =>
        Enumerable.Range(0, (int)times).Select(number => text.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
