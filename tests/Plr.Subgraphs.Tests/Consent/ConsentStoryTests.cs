using System.Text.Json.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

/// <summary>The story of the issue: withheld, granted, seen, revoked, withheld at once, and logged.</summary>
public sealed class ConsentStoryTests
{
    private const string Progress = """
        query LearnerProgress($uln: Uln!) {
          learner(uln: $uln) {
            name { given family }
            progress(qualification: "600/8900/3") { state creditsTowards remainingCredits shortestCompletion { number title } }
          }
        }
        """;

    private const string Grant = """
        mutation { grantPermission(input: { grantee: { organisation: "10000001" }, scopes: [ROUTES], purpose: "planning my next step" }) {
          grant { id state } errors { __typename } } }
        """;

    [Fact]
    public async Task Consent_opens_and_closes_progress_and_the_log_shows_exactly_what_was_seen()
    {
        using var graph = new Graph().WithGwen();
        var variables = new { uln = "9276308686" };

        var before = await graph.AskAsync(Progress, Reference.Adviser, variables);
        Assert.Null(before["data"]!["learner"]!["progress"]);
        Assert.Equal(["IDENTITY", "ROUTES"], ScopesOf(before));

        var granted = await graph.AskAsync(Grant, AsGwen);
        Assert.Equal("ACTIVE", (string?)granted["data"]!["grantPermission"]!["grant"]!["state"]);

        var seen = await graph.AskAsync(Progress, Reference.Adviser, variables);
        Assert.Equal(
            """{"state":"SATISFIED_NOT_AWARDED","creditsTowards":3,"remainingCredits":0,"shortestCompletion":[]}""",
            seen["data"]!["learner"]!["progress"]!.ToJsonString());
        Assert.Null(seen["data"]!["learner"]!["name"]);
        Assert.Equal(["IDENTITY"], ScopesOf(seen));

        var id = (string)granted["data"]!["grantPermission"]!["grant"]!["id"]!;
        var revoked = await graph.AskAsync("mutation($id: ID!) { revokePermission(input: { id: $id }) { grant { state } } }", AsGwen, new { id });
        Assert.Equal("REVOKED", (string?)revoked["data"]!["revokePermission"]!["grant"]!["state"]);

        var after = await graph.TextAsync(Progress, Reference.Adviser, variables);
        Assert.Equal(before.ToJsonString(), JsonNode.Parse(after)!.ToJsonString());

        var log = await graph.AskAsync(
            "query($uln: Uln!) { learner(uln: $uln) { disclosures { nodes { organisation { name } person scopes basis purpose operation grant { id state } } } } }", AsGwen, variables);
        Assert.Equal(
            $$$"""[{"organisation":{"name":"Bright Paths Careers"},"person":"Sam","scopes":["ROUTES"],"basis":"CONSENT","purpose":"planning my next step","operation":"LearnerProgress","grant":{"id":"{{{id}}}","state":"REVOKED"}}]""",
            log["data"]!["learner"]!["disclosures"]!["nodes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_withheld_field_is_null_with_one_error_that_names_scope_basis_and_remedy()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync("{ learner(uln: \"9276308686\") { name { given } } }", Reference.Adviser);
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal("""["learner","name"]""", error["path"]!.ToJsonString());
        Assert.Equal(
            """{"code":"CONSENT_REQUIRED","scope":"IDENTITY","basis":"NO_CONSENT","remedy":"ask the learner to grant IDENTITY to you"}""",
            error["extensions"]!.ToJsonString());
    }

    [Fact]
    public async Task A_learner_sees_the_whole_of_their_own_record_and_that_is_no_disclosure()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(
            """
            { viewer { kind learner { uln currentUln name { given family preferred } dateOfBirth contact { email postcode } preferredLanguage
              achievements { totalCount nodes { __typename id awardedOn learner { uln } ... on UnitAchievement { unit { number } credits level route } history { version grade } } }
              widerAchievements { nodes { title kind } } credits { total byLevel { level credits } }
              progress(qualification: "603/2658/X") { counted { unit { number } group credits achievement { id } } notCounted { unit { number } reason explanation } groups { label isMet missing } }
              permissions { nodes { id } } disclosures { nodes { id } } access { scope allowed basis } } } }
            """, AsGwen);
        Assert.Null(answer["errors"]);
        var learner = answer["data"]!["viewer"]!["learner"]!;
        Assert.Equal("Gwen", (string?)learner["name"]!["given"]);
        Assert.Equal("""{"total":6,"byLevel":[{"level":"LEVEL_1","credits":3},{"level":"LEVEL_2","credits":3}]}""", learner["credits"]!.ToJsonString());
        Assert.Equal("Y/616/7767", (string?)learner["progress"]!["counted"]![0]!["unit"]!["number"]);
        Assert.Equal("NOT_IN_RULE", (string?)learner["progress"]!["notCounted"]![0]!["reason"]);
        Assert.Empty(graph.Store.Log);
    }

    [Fact]
    public async Task An_older_number_leads_to_the_same_record_for_its_owner()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync("{ learner(uln: \"1000000043\") { uln currentUln name { given } } }", AsGwen);
        Assert.Equal("""{"uln":"1000000043","currentUln":"9276308686","name":{"given":"Gwen"}}""", answer["data"]!["learner"]!.ToJsonString());
    }

    [Fact]
    public async Task One_request_reads_one_snapshot_in_a_fixed_number_of_round_trips()
    {
        using var graph = new Graph().WithGwen().WithGrants(Learners.Grant(ToAdviser, [Domain.Permissions.ConsentScope.Identity, Domain.Permissions.ConsentScope.Routes]));
        await graph.AskAsync(Progress, Reference.Adviser, new { uln = "9276308686" });
        Assert.Equal((1, 3), (graph.Store.Snapshots, graph.Store.Reads)); // Access, identity, achievements.
    }

    private static IEnumerable<string?> ScopesOf(JsonNode answer) =>
        (answer["errors"]?.AsArray() ?? []).Select(error => (string?)error!["extensions"]!["scope"]).Order();
}
