using Plr.Domain.Permissions;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Federation;

/// <summary>Each subgraph alone, as a router sees it.</summary>
public sealed class SubgraphAloneTests
{
    private const string Entities = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Learner { uln name { family } } } }";

    [Theory]
    [InlineData("catalogue")]
    [InlineData("records")]
    public async Task It_answers_its_own_document(string server)
    {
        using var graph = new Graph();
        var answer = await graph.AskAsync("{ _service { sdl } }", server: server);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema", $"{server}.graphql")), (string?)answer["data"]!["_service"]!["sdl"]);
    }

    [Fact]
    public async Task The_catalogue_finds_entities_by_each_key()
    {
        using var graph = new Graph();
        var answer = await graph.AskAsync(
            "query($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Qualification { title } ... on Unit { creditValue } ... on Organisation { name } } }",
            variables: new
            {
                r = new object[]
                {
                    new { __typename = "Qualification", number = "600/8900/3" },
                    new { __typename = "Unit", id = NodeId.Of(Reference.Planning) },
                    new { __typename = "Organisation", id = NodeId.Of(Reference.Laser) },
                    new { __typename = "Unit", number = "A/000/0000" },
                },
            },
            server: "catalogue");
        Assert.Equal(
            """[{"__typename":"Qualification","title":"Award in Personal Career Planning"},{"__typename":"Unit","creditValue":3},{"__typename":"Organisation","name":"Laser Learning Awards"},null]""",
            answer["data"]!["_entities"]!.ToJsonString());
    }

    [Fact]
    public async Task Entities_of_the_records_disclose_no_more_than_fields_do()
    {
        using var graph = new Graph().WithGwen();
        var variables = new { r = new object[] { new { __typename = "Learner", uln = "9276308686" }, new { __typename = "Learner", id = NodeId.Of(Gwen) } } };
        var withheld = await graph.TextAsync(Entities, Reference.Adviser, variables, "records");
        Assert.DoesNotContain("Evans", withheld, StringComparison.Ordinal);
        Assert.Contains("CONSENT_REQUIRED", withheld, StringComparison.Ordinal);
        graph.Store.Add(Grant(ToAdviser, [ConsentScope.Identity]));
        Assert.Equal(
            """{"data":{"_entities":[{"uln":"9276308686","name":{"family":"Evans"}},{"uln":"9276308686","name":{"family":"Evans"}}]}}""",
            await graph.TextAsync(Entities, Reference.Adviser, variables, "records"));
        Assert.Single(graph.Store.Log);
    }

    [Fact]
    public async Task The_catalogue_alone_knows_no_learner_and_asks_no_database()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.TextAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }", AsGwen, new { ids = new[] { NodeId.Of(Gwen), NodeId.Of(Reference.Planning) } }, "catalogue");
        Assert.Equal("""{"data":{"nodes":[null,{"__typename":"Unit"}]}}""", answer);
        Assert.Equal(0, graph.Store.Snapshots);
    }

    [Fact]
    public async Task The_records_alone_name_catalogue_entities_by_their_keys()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.TextAsync("{ viewer { learner { achievements { nodes { ... on UnitAchievement { unit { number } awardingOrganisation { id } } } } } } }", AsGwen, null, "records");
        Assert.Contains("M/504/7527", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("errors", answer, StringComparison.Ordinal);
    }
}
