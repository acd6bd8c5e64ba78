using System.Net;
using System.Text.Json;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.Walkthrough;

/// <summary>Consent opens and closes a learner's progress, as the README tells it.</summary>
public sealed class ConsentStoryTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Gwen = "9000000075";
    private const string Progress = """
        query Progress {
          learner(uln: "9000000075") {
            name { given family }
            progress(qualification: "600/8900/3") { state creditsTowards remainingCredits shortestCompletion { number title } }
          }
        }
        """;

    private static readonly string Adviser = GraphServer.Token("--organisation", "19990020", "--kind", "careers-adviser", "--person", "Jo Fisher");
    private static readonly string Learner = GraphServer.Token("--learner", Gwen);

    [Fact]
    public async Task The_adviser_sees_progress_from_the_grant_to_the_revocation_and_the_learner_sees_exactly_that()
    {
        var before = await server.AskAsync(Progress, token: Adviser);
        Assert.Equal(HttpStatusCode.OK, before.Status);
        AssertWithheld(before, "progress", "ROUTES");
        AssertWithheld(before, "name", "IDENTITY");

        var granted = await server.AskAsync(
            """
            mutation { grantPermission(input: { grantee: { organisation: "19990020" }, scopes: [ROUTES], purpose: "careers advice" }) {
              grant { id state scopes purpose } errors { __typename } } }
            """, token: Learner);
        Assert.True(granted.Codes.Count == 0, granted.ToString());
        Assert.Equal("ACTIVE", granted.Text("grantPermission.grant.state"));
        var grant = granted.Text("grantPermission.grant.id");

        var during = await server.AskAsync(Progress, token: Adviser);
        Assert.Equal("NOT_STARTED", during.Text("learner.progress.state"));
        Assert.True(during.At("learner.progress.remainingCredits").GetInt32() > 0, during.ToString());
        Assert.NotEqual(0, during.At("learner.progress.shortestCompletion").GetArrayLength());
        AssertWithheld(during, "name", "IDENTITY");

        var revoked = await server.AskAsync(
            "mutation Revoke($id: ID!) { revokePermission(input: { id: $id }) { grant { state } errors { __typename } } }", new { id = grant }, Learner);
        Assert.Equal("REVOKED", revoked.Text("revokePermission.grant.state"));

        var after = await server.AskAsync(Progress, token: Adviser);
        AssertWithheld(after, "progress", "ROUTES");
        AssertWithheld(after, "name", "IDENTITY");

        await AssertDisclosedOnceAsync(grant);
    }

    private async Task AssertDisclosedOnceAsync(string? grant)
    {
        var log = await server.AskAsync(
            """
            { learner(uln: "9000000075") { disclosures { nodes {
              organisation { name } person scopes basis operation purpose grant { id } } } } }
            """, token: Learner);
        var entry = Assert.Single(log.At("learner.disclosures.nodes").EnumerateArray());
        Assert.Equal("Bright Paths Careers (demonstration)", entry.GetProperty("organisation").GetProperty("name").GetString());
        Assert.Equal("Jo Fisher", entry.GetProperty("person").GetString());
        Assert.Equal(["ROUTES"], entry.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Equal("CONSENT", entry.GetProperty("basis").GetString());
        Assert.Equal("Progress", entry.GetProperty("operation").GetString());
        Assert.Equal("careers advice", entry.GetProperty("purpose").GetString());
        Assert.Equal(grant, entry.GetProperty("grant").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Without_a_token_the_catalogue_is_public_and_the_personal_is_withheld()
    {
        var answer = await server.AskAsync("""
            { qualification(number: "600/8900/3") { title } learner(uln: "9000000075") { uln name { given } credits { total: __typename } } viewer { kind } }
            """);
        Assert.NotNull(answer.Text("qualification.title"));
        Assert.Equal(Gwen, answer.Text("learner.uln"));
        AssertWithheld(answer, "name", "IDENTITY");
        AssertWithheld(answer, "credits", "QUALIFICATION_ACHIEVEMENTS");
        Assert.Null(answer.Text("viewer.kind"));
    }

    [Theory] // Harbour Care, to which none of them made a grant.
    [InlineData("9000000040")] // does not share
    [InlineData("9000000059")] // has not seen the privacy notice
    [InlineData("9000000075")] // permits nothing
    public async Task A_number_that_nobody_has_answers_as_a_learner_who_withholds_everything(string uln)
    {
        const string Document = "query Q($uln: Uln!) { learner(uln: $uln) { name { given } credits { __typename } access { scope allowed basis } } }";
        var employer = GraphServer.Token("--organisation", "19990030", "--kind", "employer");
        var withheld = await server.AskAsync(Document, new { uln }, employer);
        var nobody = await server.AskAsync(Document, new { uln = UlnOfNobody() }, employer);
        Assert.Equal(withheld.Body.ToString(), nobody.Body.ToString());
    }

    [Theory]
    [InlineData("19990021", "careers-adviser")] // signed none of its agreements
    [InlineData("19999999", "careers-adviser")] // nobody's number
    [InlineData("19990020", "employer")] // not what it is
    public async Task An_organisation_that_is_not_what_its_token_says_sees_nothing_and_is_told_why(string ukprn, string kind)
    {
        var answer = await server.AskAsync(
            """{ learner(uln: "9000000016") { name { given } achievements { totalCount } access { allowed basis } } }""",
            token: GraphServer.Token("--organisation", ukprn, "--kind", kind));
        Assert.Equal(JsonValueKind.Null, answer.At("learner.name").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.At("learner.achievements").ValueKind);
        Assert.All(answer.At("learner.access").EnumerateArray(), decision =>
        {
            Assert.False(decision.GetProperty("allowed").GetBoolean());
            Assert.Equal("ORGANISATION_NOT_PARTICIPATING", decision.GetProperty("basis").GetString());
        });
    }

    private static string UlnOfNobody() => Enumerable.Range(100_000_099, 200)
        .SelectMany(stem => Enumerable.Range(0, 10).Select(digit => $"9{stem % 100_000_000:00000000}{digit}"))
        .First(text => Domain.Identifiers.Uln.Parse(text).Succeeded && !text.StartsWith("90000000", StringComparison.Ordinal));

    private static void AssertWithheld(GraphAnswer answer, string field, string scope)
    {
        Assert.Equal(JsonValueKind.Null, answer.At($"learner.{field}").ValueKind);
        var error = Assert.Single(answer.Body.GetProperty("errors").EnumerateArray(), error => error.GetProperty("path")[1].GetString() == field);
        Assert.Equal("CONSENT_REQUIRED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(scope, error.ToString(), StringComparison.Ordinal);
    }
}
