using System.Text.Json.Nodes;
using Plr.Benchmarks.Fuzzing;
using Xunit.Abstractions;

namespace Plr.Conformance.Tests.Differential;

/// <summary>A comparison that nobody has seen find anything is not yet one.</summary>
public sealed class ResponseComparisonTests(ITestOutputHelper output)
{
    private const string Announced = """{"data":{"a":[]},"pending":[{"id":"0","path":["a"],"label":"L"}],"hasNext":true}""";
    private const string Rest = """{"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0"}],"hasNext":false}""";

    // Others: PLR_DAMAGE_SEED.
    private static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("PLR_DAMAGE_SEED"), out var seed) ? seed : 1;

    private static readonly DifferentialCase Asked = new(0, "type Query { a: [Int] }", "{ a }", null, "{}", new Faults(0, 0, 0, 0, 0));

    [Theory]
    [InlineData("""{"data":{"a":{"b":null}}}""", """{"data":{"a":null}}""")] // a null moved up
    [InlineData("""{"data":{"a":1,"b":2}}""", """{"data":{"b":2,"a":1}}""")]
    [InlineData("""{"data":{"a":[1,2]}}""", """{"data":{"a":[1]}}""")]
    [InlineData("""{"data":{"a":1}}""", """{"data":{"a":"1"}}""")]
    [InlineData("""{"data":{"a":null}}""", """{"data":{"a":null},"errors":[{"message":"m","path":["a"]}]}""")]
    [InlineData("""{"data":{"a":null},"errors":[{"message":"m","path":["a"]}]}""", """{"data":{"a":null},"errors":[{"message":"m","path":["a",0]}]}""")]
    [InlineData(
        """{"data":{"a":null},"errors":[{"message":"m","path":["a"],"locations":[{"line":1,"column":3}]}]}""",
        """{"data":{"a":null},"errors":[{"message":"m","path":["a"],"locations":[{"line":1,"column":4}]}]}""")]
    [InlineData("""{"errors":[{"message":"m"}]}""", """{"data":null,"errors":[{"message":"m"}]}""")]
    [InlineData("""{"errors":[{"message":"m"}]}""", """{"errors":[{"message":"m","locations":[{"line":1,"column":3}]}]}""")]
    [InlineData(
        """{"errors":[{"message":"m","locations":[{"line":1,"column":1}]}]}""", """{"errors":[{"message":"m","locations":[{"line":1,"column":3}]}]}""")]
    public void One_response_that_differs_is_found(string ours, string reference)
    {
        Assert.NotNull(Compare([ours], [reference]));
        Assert.Null(Compare([ours], [ours]));
        Assert.Null(Compare([reference], [reference]));
    }

    [Theory]
    [InlineData("""{"incremental":[{"id":"0","items":[]}],"completed":[{"id":"0"}],"hasNext":false}""")] // an item lost
    [InlineData("""{"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0","errors":[{"message":"m"}]}],"hasNext":false}""")]
    [InlineData("""{"incremental":[{"id":"0","items":[1]}],"hasNext":false}""")] // never completed
    [InlineData("""{"incremental":[{"id":"0","items":[1]}],"completed":[{"id":"0"}],"hasNext":true}""")]
    [InlineData("""{"incremental":[{"id":"1","items":[1]}],"completed":[{"id":"0"}],"hasNext":false}""")]
    [InlineData("""{"incremental":[{"id":"0","items":[1],"errors":[{"message":"m","path":["a",0]}]}],"completed":[{"id":"0"}],"hasNext":false}""")]
    public void A_part_that_differs_is_found(string rest)
    {
        Assert.NotNull(Compare([Announced, rest], [Announced, Rest]));
        Assert.Null(Compare([Announced, Rest], [Announced, Rest]));
    }

    [Fact]
    public void A_list_that_is_not_streamed_is_found() => Assert.NotNull(Compare(["""{"data":{"s0":[1]}}"""], [
        """{"data":{"s0":[]},"pending":[{"id":"0","path":["s0"],"label":"L"}],"hasNext":true}""", Rest]));

    [Fact]
    public void Parts_in_another_order_and_other_sizes_are_the_same() => Assert.Null(Compare(
        [Announced, """{"incremental":[{"id":"0","items":[1]}],"hasNext":true}""", """{"completed":[{"id":"0"}],"hasNext":false}"""], [Announced, Rest]));

    [Fact]
    public Task Whatever_is_damaged_in_the_answer_to_a_case_is_found() => EveryDamageIsFound(FirstSeed);

    [Theory]
    [InlineData(920977218)] // All became null where a fragment failed, and no error said so.
    [InlineData(249119224)] // A list became null whose stream failed, and the comparison took it for what a failed fragment loses.
    public Task What_once_went_unnoticed_is_found(int seed) => EveryDamageIsFound(seed);

    private async Task EveryDamageIsFound(int seed)
    {
        output.WriteLine($"seed {seed}");
        var dice = new Dice(seed);
        var damaged = 0;
        for (var i = 0; i < 300; i++)
        {
            var asked = CaseGrammar.Make(seed + i);
            if (asked.Faults.Slow > 0)
            {
                continue; // Which error comes first is then left open.
            }

            var answer = await EngineUnderTest.AnswerAsync(asked);
            var other = answer.Select(response => response.DeepClone().AsObject()).ToList();
            if (TryDamage(other[0], dice))
            {
                damaged++;
                Assert.True(ResponseComparison.Compare(asked, other, answer).Difference is not null, $"{other[0].ToJsonString()}\n{answer[0].ToJsonString()}\n{asked}");
            }
        }

        Assert.True(damaged > 50, $"{damaged} damaged");
    }

    // A value becomes null, or an error moves or disappears.
    private static bool TryDamage(JsonObject response, Dice dice)
    {
        if (response["data"] is JsonObject && response["errors"] is JsonArray { Count: > 0 } errors && dice.OneIn(2))
        {
            var error = dice.Pick(errors.ToList())!.AsObject(); // No error is null.
            switch (dice.Below(3))
            {
                case 0:
                    errors.Remove(error);
                    break;
                case 1:
                    error["path"]!.AsArray().Add("further"); // An execution error has a path.
                    break;
                default:
                    error["locations"]![0]!["column"] = 100_000; // And a place.
                    break;
            }

            return true;
        }

        var at = response["data"];
        var parent = (JsonNode)response;
        while (at is JsonObject { Count: > 0 } fields && !dice.OneIn(5))
        {
            (parent, at) = (at, dice.Pick(fields.ToList()).Value);
        }

        if (at is null || parent is not JsonObject holder)
        {
            return false;
        }

        holder[at.GetPropertyName()] = null;
        return true;
    }

    private static string? Compare(string[] ours, string[] reference) => ResponseComparison.Compare(Asked, Parse(ours), Parse(reference)).Difference;

    private static List<JsonObject> Parse(string[] responses) => [.. responses.Select(response => JsonNode.Parse(response)!.AsObject())]; // None is null.
}
