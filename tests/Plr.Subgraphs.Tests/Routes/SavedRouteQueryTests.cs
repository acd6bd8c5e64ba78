using System.Text.Json.Nodes;
using Plr.Domain.Permissions;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Routes;

/// <summary>Questions that a learner keeps: saved, listed, run, deleted.</summary>
public sealed class SavedRouteQueryTests
{
    private const string Save = """
        mutation($name: String!, $filter: RouteFilter, $whatIf: [UnitNumber!]) {
          saveRouteQuery(input: { name: $name, filter: $filter, whatIf: $whatIf }) { query { id name } errors { __typename ... on UserError { code path } ... on RouteQueryLimitError { maximum } } }
        }
        """;

    private const string List = """
        { viewer { learner { savedRouteQueries {
          id name filter { keyword levels mustContain maxRemainingCredits } whatIf { number }
          routes(first: 5) { nodes { qualification { number } remainingCredits } isWhatIf } } } } }
        """;

    private const string Delete = "mutation($id: ID!) { deleteRouteQuery(input: { id: $id }) { query { name } errors { __typename ... on UserError { code } } } }";

    [Fact]
    public async Task A_query_is_saved_listed_run_replaced_and_deleted()
    {
        using var graph = new Graph().WithGwen();
        var saved = await graph.AskAsync(Save, AsGwen, new { name = " Kitchen ", filter = new { keyword = "culinary", levels = new[] { "LEVEL_2" }, maxRemainingCredits = 10 }, whatIf = new[] { "T/616/7761" } });
        Assert.Empty(saved["data"]!["saveRouteQuery"]!["errors"]!.AsArray());
        var id = (string)saved["data"]!["saveRouteQuery"]!["query"]!["id"]!;

        Assert.Equal(
            $$$"""[{"id":"{{{id}}}","name":"Kitchen","filter":{"keyword":"culinary","levels":["LEVEL_2"],"mustContain":null,"maxRemainingCredits":10},"whatIf":[{"number":"T/616/7761"}],"routes":{"nodes":[{"qualification":{"number":"603/2658/X"},"remainingCredits":0}],"isWhatIf":true}}]""",
            (await ListAsync(graph)).ToJsonString());

        var replaced = await graph.AskAsync(Save, AsGwen, new { name = "Kitchen", filter = new { keyword = "award" } });
        Assert.Equal(id, (string?)replaced["data"]!["saveRouteQuery"]!["query"]!["id"]);
        Assert.Equal("award", (string?)Assert.Single((await ListAsync(graph)).AsArray())!["filter"]!["keyword"]);

        var deleted = await graph.AskAsync(Delete, AsGwen, new { id });
        Assert.Equal("Kitchen", (string?)deleted["data"]!["deleteRouteQuery"]!["query"]!["name"]);
        Assert.Empty((await ListAsync(graph)).AsArray());
        var again = await graph.AskAsync(Delete, AsGwen, new { id });
        Assert.Equal("""[{"__typename":"RouteQueryUnknownError","code":"ROUTE_QUERY_UNKNOWN"}]""", again["data"]!["deleteRouteQuery"]!["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task A_query_is_its_learners_alone_whatever_was_granted()
    {
        using var graph = new Graph().WithGwen().WithGrants(Learners.Grant(ToAdviser, Enum.GetValues<ConsentScope>()));
        await graph.AskAsync(Save, AsGwen, new { name = "mine" });
        var seen = await graph.AskAsync("{ learner(uln: \"9276308686\") { savedRouteQueries { name } } }", Reference.Adviser);
        Assert.Null(seen["data"]!["learner"]!["savedRouteQueries"]);
        Assert.Equal("VIEWER_NOT_ALLOWED", (string?)seen["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("VIEWER_NOT_ALLOWED", (string?)(await graph.AskAsync(Save, Reference.Adviser, new { name = "theirs" }))["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("SIGN_IN_REQUIRED", (string?)(await graph.AskAsync(Save, variables: new { name = "anyone's" }))["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_query_is_told_at_once()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(Save, AsGwen, new { name = " ", filter = new { maxRemainingCredits = -1, keyword = new string('k', 201) } });
        Assert.Equal(
            """
            ["ROUTE_QUERY_NAME_INVALID input name","ROUTE_FILTER_INVALID input filter keyword","ROUTE_FILTER_INVALID input filter maxRemainingCredits"]
            """.Trim(),
            new JsonArray([.. answer["data"]!["saveRouteQuery"]!["errors"]!.AsArray()
                .Select(error => (JsonNode)$"{error!["code"]} {string.Join(' ', error["path"]!.AsArray().Select(part => (string?)part))}")]).ToJsonString());
        Assert.Empty((await ListAsync(graph)).AsArray());
    }

    [Theory]
    [Trait("Limit", "RouteFilter.MaxTextLength")]
    [InlineData(199, false)]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public async Task A_text_of_the_filter_has_at_most_200_characters(int length, bool isRefused) =>
        Assert.Equal(isRefused, await IsRefusedAsync(new { keyword = new string('k', length) }));

    [Theory]
    [Trait("Limit", "RouteFilter.MaxListLength")]
    [InlineData(99, false)]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public async Task A_list_of_the_filter_has_at_most_100_entries(int length, bool isRefused) =>
        Assert.Equal(isRefused, await IsRefusedAsync(new { mustContain = Enumerable.Repeat("T/616/7761", length) }));

    [Fact]
    [Trait("Limit", "SavedRouteQuery.MaxSavedRouteQueries")]
    public async Task A_learner_keeps_fifty_and_no_more()
    {
        using var graph = new Graph().WithGwen();
        for (var number = 1; number <= 50; number++)
        {
            Assert.Empty((await graph.AskAsync(Save, AsGwen, new { name = $"query {number}" }))["data"]!["saveRouteQuery"]!["errors"]!.AsArray());
        }

        var refused = (await graph.AskAsync(Save, AsGwen, new { name = "one more" }))["data"]!["saveRouteQuery"]!;
        Assert.Null(refused["query"]);
        Assert.Equal(
            """[{"__typename":"RouteQueryLimitError","code":"TOO_MANY_ROUTE_QUERIES","path":["input"],"maximum":50}]""", refused["errors"]!.ToJsonString());
    }

    private static async Task<bool> IsRefusedAsync(object filter)
    {
        using var graph = new Graph().WithGwen();
        var errors = (await graph.AskAsync(Save, AsGwen, new { name = "a query", filter }))["data"]!["saveRouteQuery"]!["errors"]!.AsArray();
        Assert.All(errors, error => Assert.Equal("ROUTE_FILTER_INVALID", (string?)error!["code"]));
        return errors.Count > 0;
    }

    private static async Task<JsonNode> ListAsync(Graph graph)
    {
        var answer = await graph.AskAsync(List, AsGwen);
        Assert.Null(answer["errors"]);
        return answer["data"]!["viewer"]!["learner"]!["savedRouteQueries"]!;
    }
}
