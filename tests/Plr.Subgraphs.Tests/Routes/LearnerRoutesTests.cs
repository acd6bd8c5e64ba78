using System.Text.Json.Nodes;
using Plr.Domain.Permissions;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Routes;

/// <summary>Routes to achievement over the small catalogue: Gwen's planning unit completes the award, her cooking unit is half of the diploma's six credits.</summary>
public sealed class LearnerRoutesTests
{
    private const string Routes = """
        query LearnerRoutes($uln: Uln!, $first: Int, $after: String, $filter: RouteFilter, $whatIf: [UnitNumber!], $includeAchieved: Boolean! = true) {
          learner(uln: $uln) {
            routes(first: $first, after: $after, filter: $filter, whatIf: $whatIf, includeAchieved: $includeAchieved) {
              nodes { qualification { number } remainingCredits creditsSaved creditsTowards completedUnits }
              pageInfo { hasNextPage hasPreviousPage endCursor }
              rulesVersion isWhatIf
            }
          }
        }
        """;

    [Fact]
    public async Task Routes_are_withheld_without_the_scope_and_open_with_it_and_logged()
    {
        using var graph = new Graph().WithGwen();
        var before = await graph.AskAsync(Routes, Reference.Adviser, new { uln = "9276308686" });
        Assert.Null(before["data"]!["learner"]!["routes"]);
        Assert.Equal("ROUTES", (string?)Assert.Single(before["errors"]!.AsArray())!["extensions"]!["scope"]);
        Assert.Empty(graph.Store.Log);

        graph.WithGrants(Learners.Grant(ToAdviser, [ConsentScope.Routes]));
        var after = await graph.AskAsync(Routes, Reference.Adviser, new { uln = "9276308686" });
        Assert.Null(after["errors"]);
        Assert.Equal(2, after["data"]!["learner"]!["routes"]!["nodes"]!.AsArray().Count);
        Assert.Equal([ConsentScope.Routes], Assert.Single(graph.Store.Log).Scopes);
    }

    [Fact]
    public async Task The_counted_achievements_inside_a_route_need_their_own_scope_as_well()
    {
        using var graph = new Graph().WithGwen().WithGrants(Learners.Grant(ToAdviser, [ConsentScope.Routes]));
        var answer = await graph.AskAsync(
            "{ learner(uln: \"9276308686\") { routes { nodes { progress { remainingCredits counted { credits } } } } } }", Reference.Adviser);
        Assert.All(answer["data"]!["learner"]!["routes"]!["nodes"]!.AsArray(), node => Assert.Null(node!["progress"]!["counted"]));
        Assert.Equal("QUALIFICATION_ACHIEVEMENTS", (string?)Assert.Single(answer["errors"]!.AsArray())!["extensions"]!["scope"]);
    }

    [Fact]
    public async Task Every_qualification_with_a_whole_rule_is_ranked_nearest_first()
    {
        var routes = await AskAsync(new { uln = "9276308686" });
        Assert.Equal(
            """[{"qualification":{"number":"600/8900/3"},"remainingCredits":0,"creditsSaved":3,"creditsTowards":3,"completedUnits":1},{"qualification":{"number":"603/2658/X"},"remainingCredits":3,"creditsSaved":3,"creditsTowards":3,"completedUnits":1}]""",
            routes["nodes"]!.ToJsonString());
        Assert.Equal("test", (string?)routes["rulesVersion"]);
        Assert.False((bool)routes["isWhatIf"]!);
    }

    [Fact]
    public async Task A_route_says_exactly_what_progress_says()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(
            """
            { learner(uln: "9276308686") {
              routes { recordAsOf nodes { qualification { number } remainingCredits creditsTowards progress { remainingCredits creditsTowards state recordAsOf isWhatIf } } }
              award: progress(qualification: "600/8900/3") { remainingCredits creditsTowards state recordAsOf isWhatIf }
              diploma: progress(qualification: "603/2658/X") { remainingCredits creditsTowards state recordAsOf isWhatIf } } }
            """, AsGwen);
        Assert.Null(answer["errors"]);
        var learner = answer["data"]!["learner"]!;
        var nodes = learner["routes"]!["nodes"]!.AsArray();
        foreach (var (node, alone) in nodes.Zip([learner["award"]!, learner["diploma"]!]))
        {
            Assert.Equal(alone.ToJsonString(), node!["progress"]!.ToJsonString());
            Assert.Equal((int)alone["remainingCredits"]!, (int)node["remainingCredits"]!);
            Assert.Equal((int)alone["creditsTowards"]!, (int)node["creditsTowards"]!);
        }

        Assert.Equal("2026-11-22T12:00:00Z", (string?)learner["routes"]!["recordAsOf"]);
    }

    [Fact]
    public async Task Cursors_walk_the_ranking_and_stay_good_when_the_record_grows()
    {
        using var graph = new Graph().WithGwen();
        var first = (await graph.AskAsync(Routes, AsGwen, new { uln = "9276308686", first = 1 }))["data"]!["learner"]!["routes"]!;
        Assert.True((bool)first["pageInfo"]!["hasNextPage"]!);
        var after = (string)first["pageInfo"]!["endCursor"]!;

        var second = (await graph.AskAsync(Routes, AsGwen, new { uln = "9276308686", first = 1, after }))["data"]!["learner"]!["routes"]!;
        Assert.Equal(["603/2658/X"], Numbers(second));
        Assert.Equal((false, true), ((bool)second["pageInfo"]!["hasNextPage"]!, (bool)second["pageInfo"]!["hasPreviousPage"]!));

        // The diploma is complete now and has saved more than the award: it stands before the place where the first page ended. Nothing comes twice.
        graph.Store.Add(Unit(Gwen, Reference.Safety, Reference.OtherAwarder, 5));
        var later = (await graph.AskAsync(Routes, AsGwen, new { uln = "9276308686", first = 1, after }))["data"]!["learner"]!["routes"]!;
        Assert.Empty(Numbers(later));
    }

    [Theory]
    [InlineData("""{"filter":{"levels":["LEVEL_1"]}}""", "600/8900/3")]
    [InlineData("""{"filter":{"levels":["LEVEL_1","LEVEL_2"]}}""", "600/8900/3 603/2658/X")]
    [InlineData("""{"filter":{"levels":[]}}""", "600/8900/3 603/2658/X")]
    [InlineData("""{"filter":{"sizes":["DIPLOMA"]}}""", "")]
    [InlineData("""{"filter":{"sizes":["AWARD"]}}""", "600/8900/3 603/2658/X")]
    [InlineData("""{"filter":{"keyword":"culinary DIPLOMA"}}""", "603/2658/X")]
    [InlineData("""{"filter":{"awardingOrganisation":"RN5326"}}""", "600/8900/3")]
    [InlineData("""{"filter":{"mustContain":["D/616/7768","Y/616/7767"]}}""", "603/2658/X")]
    [InlineData("""{"filter":{"mustContain":["M/504/7527","Y/616/7767"]}}""", "")]
    [InlineData("""{"filter":{"maxRemainingCredits":0}}""", "600/8900/3")]
    [InlineData("""{"filter":{"qualifications":["603/2658/X"]}}""", "603/2658/X")]
    [InlineData("""{"filter":{"operationalOn":"2026-11-22"}}""", "600/8900/3 603/2658/X")] // Neither has a published period.
    [InlineData("""{"filter":{"offeredIn":"WALES"}}""", "")] // Nor published nations.
    [InlineData("""{"filter":{"sectorSubjectAreas":["01"]}}""", "")]
    public async Task A_filter_takes_what_matches_all_of_it(string variables, string numbers)
    {
        var given = JsonNode.Parse(variables)!.AsObject();
        given["uln"] = "9276308686";
        Assert.Equal(numbers, string.Join(' ', Numbers(await AskAsync(given))));
    }

    [Theory]
    [InlineData("""{"whatIf":["T/616/7761"]}""", true, "603/2658/X:0 600/8900/3:0")] // Nothing remains of either; the diploma saves more.
    [InlineData("""{"includeAchieved":false}""", true, "600/8900/3:3 603/2658/X:6")]
    [InlineData("""{"whatIf":[]}""", false, "600/8900/3:0 603/2658/X:3")]
    public async Task A_what_if_says_that_it_is_one(string variables, bool isWhatIf, string expected)
    {
        var given = JsonNode.Parse(variables)!.AsObject();
        given["uln"] = "9276308686";
        var routes = await AskAsync(given);
        Assert.Equal(isWhatIf, (bool)routes["isWhatIf"]!);
        Assert.Equal(expected, string.Join(' ', routes["nodes"]!.AsArray().Select(node => $"{node!["qualification"]!["number"]}:{node["remainingCredits"]}")));
    }

    [Theory]
    [InlineData("""{"first":101}""", "FIRST_OUT_OF_RANGE")]
    [InlineData("""{"first":-1}""", "FIRST_OUT_OF_RANGE")]
    [InlineData("""{"after":"x"}""", "CURSOR_INVALID")]
    [InlineData("""{"after":"MTM6MTo2"}""", "CURSOR_INVALID")]
    [InlineData("""{"filter":{"maxRemainingCredits":-1}}""", "ROUTE_FILTER_INVALID")]
    [InlineData("""{"filter":{"mustContain":["H/504/7527"]}}""", "UNIT_NUMBER_CHECK_LETTER_WRONG")]
    [InlineData("""{"filter":{"qualifications":["600/8900/5"]}}""", "QUALIFICATION_NUMBER_CHECK_DIGIT_WRONG")]
    [InlineData("""{"whatIf":["H/504/7527"]}""", "UNIT_NUMBER_CHECK_LETTER_WRONG")]
    public async Task Bad_input_is_refused_with_its_code(string variables, string code)
    {
        using var graph = new Graph().WithGwen();
        var given = JsonNode.Parse(variables)!.AsObject();
        given["uln"] = "9276308686";
        var answer = await graph.AskAsync(Routes, AsGwen, given);
        Assert.Null(answer["data"]!["learner"]!["routes"]);
        Assert.Equal(code, (string?)Assert.Single(answer["errors"]!.AsArray())!["extensions"]!["code"]);
    }

    [Fact]
    public async Task The_next_best_units_bring_the_nearest_routes_closer()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(
            "{ learner(uln: \"9276308686\") { nextBestUnits(first: 5) { units { unit { number } routesCloser routesCompleted creditsSaved } routesConsidered rulesVersion recordAsOf } } }", AsGwen);
        Assert.Null(answer["errors"]);
        Assert.Equal(
            """{"units":[{"unit":{"number":"D/616/7768"},"routesCloser":1,"routesCompleted":1,"creditsSaved":3},{"unit":{"number":"T/616/7761"},"routesCloser":1,"routesCompleted":1,"creditsSaved":3}],"routesConsidered":2,"rulesVersion":"test","recordAsOf":"2026-11-22T12:00:00Z"}""",
            answer["data"]!["learner"]!["nextBestUnits"]!.ToJsonString());
    }

    [Theory]
    [Trait("Limit", "UnitSuggestions.MaxUnits")]
    [InlineData(49, null)]
    [InlineData(50, null)]
    [InlineData(51, "FIRST_OUT_OF_RANGE")]
    public async Task At_most_fifty_next_best_units_are_asked_for(int first, string? code)
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync($$"""{ learner(uln: "9276308686") { nextBestUnits(first: {{first}}) { routesConsidered } } }""", AsGwen);
        Assert.Equal(code, (string?)answer["errors"]?[0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task The_next_best_units_are_withheld_without_the_scope()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync("{ learner(uln: \"9276308686\") { nextBestUnits { routesConsidered } } }", Reference.Adviser);
        Assert.Null(answer["data"]!["learner"]!["nextBestUnits"]);
        Assert.Equal("CONSENT_REQUIRED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task Anyone_may_rank_units_that_are_nobodys_and_no_record_is_read()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(
            "{ routesFrom(units: [\"Y/616/7767\"], filter: { maxRemainingCredits: 3 }) { nodes { qualification { number } remainingCredits creditsTowards completedUnits check { state } } pageInfo { hasNextPage } rulesVersion } }");
        Assert.Null(answer["errors"]);
        Assert.Equal(
            ["600/8900/3:3", "603/2658/X:3"],
            answer["data"]!["routesFrom"]!["nodes"]!.AsArray().Select(node => $"{node!["qualification"]!["number"]}:{node["remainingCredits"]}").Order());
        Assert.Equal(0, graph.Store.Snapshots);
    }

    private static async Task<JsonNode> AskAsync(object variables)
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(Routes, AsGwen, variables);
        Assert.Null(answer["errors"]);
        return answer["data"]!["learner"]!["routes"]!;
    }

    private static IEnumerable<string> Numbers(JsonNode routes) => routes["nodes"]!.AsArray().Select(node => (string)node!["qualification"]!["number"]!);
}
