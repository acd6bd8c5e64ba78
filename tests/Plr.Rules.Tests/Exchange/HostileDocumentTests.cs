using System.Globalization;
using System.Text;
using System.Text.Json;
using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Exchange;

/// <summary>Documents that are wrong, by accident or on purpose: each is refused at its place, by a message that says why, and nothing is written.</summary>
public sealed class HostileDocumentTests
{
    private const string Learner = """{"id":"L","achieved":[{"unit":"U"}]}""";

    /// <summary>What the case is about, the document with the place marked, the path, and a part of the message.</summary>
    public static TheoryData<string, string, string, string> OfForm { get; } = new()
    {
        { "nothing", "▶", "$", "the document is empty" },
        { "nothing but space", "▶ \r\n\t ", "$", "the document is empty" },
        { "another format", """{"format":▶"rta-exchange/9"}""", "$.format", "expected `rta-exchange/1`, not `rta-exchange/9`" },
        { "no format at all", """ ▶{"qualification":[]}""", "$", "has no `format`" },
        { "a text", "▶\"rta-exchange/1\"", "$", "expected an object, not a text" },
        { "a list of numbers", "[▶1]", "$[0]", "expected an object, not a number" },
        { "cut off", "{\"format\":\"rta-exchange/1\",\n\"units\":[{\"id\":\"U\"▶", "$", "not JSON" },
        { "something after the end", "{\"format\":\"rta-exchange/1\"}\n▶{}", "$", "not JSON" },
        { "a comment", """{"format":"rta-exchange/1",▶/* no */"units":[]}""", "$", "not JSON" },
        { "a comma too many", """{"format":"rta-exchange/1",▶}""", "$", "not JSON" },
        { "half a character in a text", Unit("""{"id":▶"\ud800","credits":4,"level":1}"""), "$.units[0].id", "half a character" },
        { "half a character in a name", """{"format":"rta-exchange/1",▶"\udc00":1}""", "$", "half a character" },
        { "a text too long", Unit($$"""{"id":▶"{{new string('x', 1_001)}}","credits":4,"level":1}"""), "$.units[0].id", "1 to 1000 characters, and this one has 1001" },
        { "a text without end", Unit($$"""{"id":▶"{{new string('x', 100_000)}}","credits":4,"level":1}"""), "$.units[0].id", "100000 bytes" },
        { "an empty text", Unit("""{"id":▶"","credits":4,"level":1}"""), "$.units[0].id", "1 to 1000 characters" },
        { "null for a text", Unit("""{"id":▶null,"credits":4,"level":1}"""), "$.units[0].id", "expected a text, not null" },
        { "no number", Unit("""{"id":"U","credits":▶NaN,"level":1}"""), "$", "not JSON" },
        { "a number past all bounds", Unit("""{"id":"U","credits":▶1e400,"level":1}"""), "$.units[0].credits", "`1e400` is not a whole number between 0 and 10000" },
        { "digits without end", Unit($$"""{"id":"U","credits":▶{{new string('9', 500)}},"level":1}"""), "$.units[0].credits", "999…` is not a whole number" },
        { "half a credit", Unit("""{"id":"U","credits":▶4.5,"level":1}"""), "$.units[0].credits", "`4.5` is not a whole number" },
        { "a whole number with a fraction", Unit("""{"id":"U","credits":▶4.0,"level":1}"""), "$.units[0].credits", "write digits alone" },
        { "credits below nothing", Unit("""{"id":"U","credits":▶-4,"level":1}"""), "$.units[0].credits", "-4 is not between 0 and 10000" },
        { "credits nobody has", Unit("""{"id":"U","credits":▶10001,"level":1}"""), "$.units[0].credits", "10001 is not between 0 and 10000" },
        { "credits as a text", Unit("""{"id":"U","credits":▶"4","level":1}"""), "$.units[0].credits", "expected a whole number, not a text" },
        { "a level above all", Unit("""{"id":"U","credits":4,"level":▶9}"""), "$.units[0].level", "9 is not between -2 and 8" },
        { "a level below all", Unit("""{"id":"U","credits":4,"level":▶-3}"""), "$.units[0].level", "-3 is not between -2 and 8" },
        { "hours below nothing", Unit("""{"id":"U","credits":4,"level":1,"glh":▶-1}"""), "$.units[0].glh", "-1 is not between 0 and 100000" },
        { "neither true nor false", Unit("""{"id":"U","credits":4,"level":1,"available":▶"no"}"""), "$.units[0].available", "expected true or false" },
        { "a unit without a level", Unit("""▶{"id":"U","credits":4}"""), "$.units[0]", "a unit has `id`, `credits` and `level`" },
        { "a unit twice", Unit("{\"id\":\"U\",\"credits\":4,\"level\":1},\n▶{\"id\":\"U\",\"credits\":5,\"level\":1}"), "$.units[1]", "`U` is the identifier of another unit" },
        { "a day that is none", """{"format":"rta-exchange/1","asOf":▶"2023-02-30"}""", "$.asOf", "`2023-02-30` is no day of the calendar" },
        { "a day of another form", """{"format":"rta-exchange/1","asOf":▶"30/01/2023"}""", "$.asOf", "such as 2015-01-31" },
        { "a member twice", """{"format":"rta-exchange/1","units":[],▶"units":[]}""", "$.units", "`units` is given twice" },
        { "a member twice that means nothing", """{"format":"rta-exchange/1","note":1,▶"note":2}""", "$.note", "`note` is given twice" },
        { "a member twice, once in disguise", Unit("""{"id":"U","credits":4,"level":1,▶"\u0063redits":400}"""), "$.units[0].credits", "`credits` is given twice" },
        { "an equivalence of nothing", """{"format":"rta-exchange/1","equivalent":[▶{"achieved":"U"}]}""", "$.equivalent[0]", "`achieved` and `countsAs`" },
        { "an unknown source", """{"format":"rta-exchange/1","learners":[{"id":"L","achieved":[{"unit":"U","source":▶"fresh"}]}]}""", "$.learners[0].achieved[0].source", "`fresh` is not a source" },
        { "a learner without achievements", """{"format":"rta-exchange/1","learners":[▶{"id":"L","achived":[]}]}""", "$.learners[0]", "a learner has `achieved`" },
        { "a learner twice", """{"format":"rta-exchange/1","learners":[{"id":"L","achieved":[]},▶{"id":"L","achieved":[]}]}""", "$.learners[1]", "identifier of another learner" },
        { "half a pair", """{"format":"rta-exchange/1","pairs":[▶{"learner":"L"}]}""", "$.pairs[0]", "a pair has a `qualification`" },
    };

    /// <summary>The same of rules that can be read and not compiled, and of names that lead nowhere.</summary>
    public static TheoryData<string, string, string, string> OfRules { get; } = new()
    {
        { "an unknown unit", Rule("""{"id":"A","type":"pool","units":["U",▶"X"]}"""), "$.qualifications[0].root.units[1]", "qualification `Q`, A: `X` is not a unit of the catalogue; describe it" },
        { "an unknown mandatory unit", Rule("""{"id":"A","type":"all","units":[▶"X"]}"""), "$.qualifications[0].root.units[0]", "`X` is not a unit" },
        { "a label that looks like a path", Rule("""{"id":"A/B.m","type":"group","nodes":[{"id":"A.bounds[0]","type":"pool","units":[▶"X"]}]}"""), "$.qualifications[0].root.nodes[0].units[0]", "A/B.m/A.bounds[0]: `X`" },
        { "an unknown unit in a limit", Rule("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"units","min":1},{"measure":"units","min":1,"units":["U",▶"X"]}]}"""), "$.qualifications[0].root.bounds[1].units[1]", "`X` is not a unit" },
        { "an unknown unit in an overlay whose label the root has too", Rule("""{"id":"A","type":"pool","units":["U"]},"overlays":[{"id":"A","type":"pool","units":[▶"X"]}]"""), "$.qualifications[0].overlays[0].units[0]", "`X` is not a unit" },
        { "an overlay that stands before the root", """{"units":[{"id":"U","credits":4,"level":1}],"qualifications":[{"overlays":[{"id":"O","type":"pool","units":["U"]}],"id":"Q","root":{"id":"A","type":"pool","units":[▶"X"]}}]}""", "$.qualifications[0].root.units[0]", "`X` is not a unit" },
        { "an unknown unit in a bar", Rule("""{"id":"A","type":"pool","units":["U"]},"bars":[{"units":["U",▶"X"]}]"""), "$.qualifications[0].bars[0].units[1]", "bars[0]: `X` is not a unit" },
        { "an unknown unit that requires", Rule("""{"id":"A","type":"pool","units":["U"]},"requires":[{"if":▶"X","anyOf":["U"]}]"""), "$.qualifications[0].requires[0].if", "requires[0]: `X` is not a unit" },
        { "an unknown unit that is required", Rule("""{"id":"A","type":"pool","units":["U"]},"requires":[{"if":"U","anyOf":["U",▶"X"]}]"""), "$.qualifications[0].requires[0].anyOf[1]", "requires[0]: `X` is not a unit" },
        { "an unknown unit that ages", "{\"asOf\":\"2020-01-01\"," + Rule("""{"id":"A","type":"pool","units":["U"]},"maxAge":[{"months":3,"units":[▶"X"]}]""")[1..], "$.qualifications[0].maxAge[0].units[0]", "maxAge[0]: `X` is not a unit" },
        { "an equivalence from nowhere", "{\"equivalent\":[{\"achieved\":▶\"X\",\"countsAs\":\"U\"}]," + Rule("""{"id":"A","type":"pool","units":["U"]}""")[1..], "$.equivalent[0].achieved", "`X` is not a unit" },
        { "an equivalence to nowhere", "{\"equivalent\":[{\"achieved\":\"U\",\"countsAs\":\"U\"},{\"achieved\":\"U\",\"countsAs\":▶\"X\"}]," + Rule("""{"id":"A","type":"pool","units":["U"]}""")[1..], "$.equivalent[1].countsAs", "`X` is not a unit" },
        { "a mandatory unit twice", Rule("""{"id":"A","type":"all","units":["U",▶"U"]}"""), "$.qualifications[0].root.units[1]", "A: `U` is listed twice in a group of which every unit counts; list it once" },
        { "a group twice", Rule("""{"id":"A","type":"group","nodes":[▶{"id":"A","type":"pool","units":["U"]}]}"""), "$.qualifications[0].root.nodes[0]", "`A` is the label of another node" },
        { "a qualification twice", Rule("""{"id":"A","type":"pool","units":["U"]}},▶{"id":"Q","root":{"id":"A","type":"pool","units":["U"]}"""), "$.qualifications[1]", "`Q` is the identifier of another qualification" },
        { "a rule twice", Rule("""{"id":"A","type":"pool","units":["U"]},▶"root":{"id":"A","type":"pool","units":[]}"""), "$.qualifications[0].root", "`root` is given twice" },
        { "a minimum twice", Rule("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":4,▶"min":0}]}"""), "$.qualifications[0].root.bounds[0].min", "`min` is given twice" },
        { "a type that is none", Rule("""{"id":"A","type":▶"heap","units":["U"]}"""), "$.qualifications[0].root.type", "`heap` is not a type of node: all, pool" },
        { "a measure that is none", Rule("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":▶"weight","min":1}]}"""), "$.qualifications[0].root.bounds[0].measure", "`weight` is not a measure: credits, units or glh" },
        { "a limit without a measure", Rule("""{"id":"A","type":"pool","units":["U"],"bounds":[▶{"min":1}]}"""), "$.qualifications[0].root.bounds[0]", "a bound has a `measure`" },
        { "a node without a label", Rule("""▶{"type":"pool","units":["U"]}"""), "$.qualifications[0].root", "a node has an `id`" },
        { "a group of nothing", Rule("""▶{"id":"A","type":"group","units":["U"]}"""), "$.qualifications[0].root", "a node of type group has `nodes`" },
        { "a minimum below nothing", Rule("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":▶-1}]}"""), "$.qualifications[0].root.bounds[0].min", "-1 is not between 0 and 1000000" },
        { "a minimum nobody meets", Rule("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","min":▶1000001}]}"""), "$.qualifications[0].root.bounds[0].min", "1000001 is not between 0 and 1000000" },
        { "a clip below nothing", Rule("""{"id":"A","type":"pool","units":["U"],"clip":▶-7}"""), "$.qualifications[0].root.clip", "-7 is not between" },
        { "more than the whole", Rule("""{"id":"A","type":"pool","units":["U"],"bounds":[{"measure":"credits","minShare":[3,2▶]}]}"""), "$.qualifications[0].root.bounds[0].minShare", "expected a share such as [1,2]" },
        { "units without end", Rule($$"""▶{"id":"A","type":"pool","units":[{{string.Join(',', Enumerable.Repeat("\"U\"", 4_001))}}]}"""), "$.qualifications[0].root", "lists 4001 units, more than 4000" },
        { "limits without end", Rule($$"""▶{"id":"A","type":"pool","units":["U"],"bounds":[{{string.Join(',', Enumerable.Repeat("""{"measure":"credits","min":1}""", 2_001))}}]}"""), "$.qualifications[0].root", "2001 bounds, more than 2000" },
        { "bars without end", Rule($$"""▶{"id":"A","type":"pool","units":["U"]},"bars":[{{string.Join(',', Enumerable.Repeat("""{"units":["U"]}""", 501))}}]"""), "$.qualifications[0].root", "501 bars, dependencies and ages, more than 500" },
        { "bars of units without end", Rule($$"""▶{"id":"A","type":"pool","units":["U"]},"bars":[{"units":[{{string.Join(',', Enumerable.Repeat("\"U\"", 30_000))}}]},{"units":[{{string.Join(',', Enumerable.Repeat("\"U\"", 30_000))}}]}]"""), "$.qualifications[0].root", "name 60000 units, more than 50000" },
        { "groups in groups", Rule(Nested(64, "▶")), "$.qualifications[0].root" + string.Concat(Enumerable.Repeat(".nodes[0]", 64)), "nested more than 64 deep" },
        { "an age without a day", Rule("""{"id":"A","type":"pool","units":["U"]},"maxAgeMonths":▶36"""), "$.qualifications[0].maxAgeMonths", "qualification `Q` limits ages, and the document does not say at which day; give it an `asOf`" },
        { "an age of some units without a day", Rule("""{"id":"A","type":"pool","units":["U"]},"maxAge":▶[{"units":["U"],"months":3}]"""), "$.qualifications[0].maxAge", "give it an `asOf`" },
        { "an age of other credit without a day", Rule("""▶{"id":"R","type":"group","nodes":[{"id":"O","type":"other","withinMonths":36}]}"""), "$.qualifications[0].root", "give it an `asOf`" },
        { "a pair of a stranger", "{\"pairs\":[{\"qualification\":\"Q\",\"learner\":▶\"L\"}]," + Rule("""{"id":"A","type":"pool","units":["U"]}""")[1..], "$.pairs[0].learner", "`L` is not a learner of the document" },
        { "a pair of nothing", "{\"learners\":[" + Learner + "],\"pairs\":[{\"learner\":\"L\",\"qualification\":\"Q\"},{\"learner\":\"L\",\"qualification\":▶\"Q9\"}]," + Rule("""{"id":"A","type":"pool","units":["U"]}""")[1..], "$.pairs[1].qualification", "`Q9` is not a qualification of the document" },
    };

    /// <summary>What is wrong in the file of the learners, beside a catalogue with the learner L.</summary>
    public static TheoryData<string, string, string, string> OfLearners { get; } = new()
    {
        { "nothing", "▶", "$", "the document is empty" },
        { "a learner of the catalogue", """[{"id":"M","achieved":[]},▶{"id":"L","achieved":[]}]""", "$[1]", "`L` is the identifier of another learner" },
        { "one learner, of the catalogue", """▶{"id":"L","achieved":[]}""", "$", "`L` is the identifier of another learner" },
        { "a day that is none", "[\n{\"id\":\"M\",\"achieved\":[{\"unit\":\"U\",\"awarded\":▶\"2023-02-30\"}]}]", "$[0].achieved[0].awarded", "no day of the calendar" },
        { "a number for a unit", """[{"id":"M","achieved":[{"unit":▶7}]}]""", "$[0].achieved[0].unit", "expected a text, not a number" },
        { "a pair of nothing", """{"format":"rta-exchange/1","pairs":[{"learner":"L","qualification":▶"Q9"}]}""", "$.pairs[0].qualification", "`Q9` is not a qualification" },
    };

    [Theory]
    [MemberData(nameof(OfForm))]
    [MemberData(nameof(OfRules))]
    public void A_catalogue_is_refused_at_the_place_that_is_wrong(string name, string marked, string path, string says)
    {
        var (json, place) = Marked.Read(marked);
        Check(name, Refusals(json, null), ExchangeFile.Catalogue, place, path, says);
    }

    [Theory]
    [MemberData(nameof(OfLearners))]
    public void A_file_of_learners_is_refused_at_the_place_that_is_wrong(string name, string marked, string path, string says)
    {
        var (json, place) = Marked.Read(marked);
        var catalogue = $"{{\"learners\":[{Learner}]," + Rule("""{"id":"A","type":"pool","units":["U"]}""")[1..];
        Check(name, Refusals(catalogue, json), ExchangeFile.Learners, place, path, says);
    }

    [Fact]
    public void A_reader_that_does_not_look_for_members_given_twice_takes_the_last()
    {
        using var silently = JsonDocument.Parse("""{"units":[1,2],"units":[]}""");
        Assert.Equal(0, silently.RootElement.GetProperty("units").GetArrayLength());
    }

    [Fact]
    public void A_name_out_of_the_file_does_not_forge_a_line_of_the_report()
    {
        var (json, _) = Marked.Read(Rule("""{"id":"A","type":"pool","units":[▶"\u001b[2J\nall is well"]}"""));
        var problem = Assert.Single(Refusals(json, null));
        Assert.Contains('\n', problem.Message);
        Assert.Contains("`\\u001B[2J\\u000Aall is well` is not a unit", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(problem.ToString(), char.IsControl);
    }

    [Fact]
    public void Every_problem_is_told_up_to_a_number_and_then_how_many_more()
    {
        var units = Enumerable.Range(0, 50).Select(index => string.Create(CultureInfo.InvariantCulture, $"\"X{index}\"\n"));
        var problems = Refusals(Rule($$"""{"id":"A","type":"pool","units":[{{string.Join(',', units)}}]}"""), null);
        Assert.Equal(ExchangeLoader.MaxProblems + 1, problems.Count);
        Assert.Equal(Enumerable.Range(3, ExchangeLoader.MaxProblems), problems.Take(ExchangeLoader.MaxProblems).Select(problem => problem.Line));
        Assert.Contains("30 problems more are not told (MaxProblems is 20)", problems[^1].Message, StringComparison.Ordinal);
    }

    private static void Check(string name, IReadOnlyList<ExchangeProblem> problems, ExchangeFile file, TextPosition place, string path, string says)
    {
        var first = problems[0];
        Assert.Equal((name, file, place.ToString(), path), (name, first.File, $"{first.Line}:{first.Column}", first.Path));
        Assert.Contains(says, first.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ExchangeProblem> Refusals(string catalogue, string? learners)
    {
        using var output = new MemoryStream();
        var problems = ExchangeEvaluator.Run(Stream(catalogue), learners is null ? null : Stream(learners), output);
        Assert.Equal(0, output.Length);
        return problems;
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Unit(string unit) => "{\"format\":\"rta-exchange/1\",\n \"units\":[\n" + unit + "]}";

    private static string Rule(string root) => "{\"units\":[{\"id\":\"U\",\"credits\":4,\"level\":1}],\n\"qualifications\":[\n{\"id\":\"Q\",\"root\":" + root + "}]}";

    private static string Nested(int levels, string mark) =>
        string.Concat(Enumerable.Range(0, levels).Select(depth => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"N{depth}\",\"type\":\"group\",\"nodes\":[")))
        + mark + """{"id":"P","type":"pool","units":["U"]}""" + string.Concat(Enumerable.Repeat("]}", levels));
}
