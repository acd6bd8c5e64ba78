using System.Text.Json.Nodes;
using Plr.Domain.Permissions;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Mutations;

public sealed class PermissionMutationTests
{
    private const string Grant = """
        mutation($input: GrantPermissionInput!) { grantPermission(input: $input) {
          grant { purpose scopes effect validUntil grantee { __typename ... on Organisation { name } ... on OrganisationCategory { kind } ... on DelegatedPerson { person: name } } }
          errors { __typename ... on UserError { code path message welsh: message(language: WELSH) } } } }
        """;

    public static TheoryData<string, string, string> Refused => new()
    {
        { """{"grantee":{},"scopes":["ROUTES"],"purpose":"p"}""", "GRANTEE_INVALID", "input.grantee" },
        { """{"grantee":{"organisation":"10000001","category":"EMPLOYER"},"scopes":["ROUTES"],"purpose":"p"}""", "GRANTEE_INVALID", "input.grantee" },
        { """{"grantee":{"person":{"subject":"","name":"x"}},"scopes":["ROUTES"],"purpose":"p"}""", "GRANTEE_INVALID", "input.grantee.person" },
        { """{"grantee":{"organisation":"19999999"},"scopes":["ROUTES"],"purpose":"p"}""", "ORGANISATION_UNKNOWN", "input.grantee.organisation" },
        { """{"grantee":{"organisationId":"rubbish"},"scopes":["ROUTES"],"purpose":"p"}""", "ORGANISATION_UNKNOWN", "input.grantee.organisationId" },
        { """{"grantee":{"category":"EMPLOYER"},"scopes":[],"purpose":"p"}""", "GRANT_SCOPES_INVALID", "input.scopes" },
        { """{"grantee":{"category":"EMPLOYER"},"scopes":["ROUTES","ROUTES"],"purpose":"p"}""", "GRANT_SCOPES_INVALID", "input.scopes" },
        { """{"grantee":{"category":"EMPLOYER"},"scopes":["ROUTES"],"purpose":"  "}""", "PURPOSE_INVALID", "input.purpose" },
        { """{"grantee":{"category":"EMPLOYER"},"scopes":["ROUTES"],"purpose":"p","validUntil":"2020-01-01T00:00:00Z"}""", "GRANT_PERIOD_INVALID", "input.validUntil" },
        { """{"grantee":{"category":"EMPLOYER"},"scopes":["ROUTES"],"purpose":"p","validFrom":"2020-01-01T00:00:00Z"}""", "GRANT_PERIOD_INVALID", "input.validFrom" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_bad_grant_is_refused_with_its_place_in_both_languages_and_nothing_is_written(string input, string code, string path)
    {
        using var graph = new Graph().WithGwen();
        var answer = await GrantAsync(graph, input);
        var error = Assert.Single(answer["errors"]!.AsArray())!;
        Assert.Equal((code, path), ((string?)error["code"], string.Join('.', error["path"]!.AsArray().Select(part => (string?)part))));
        Assert.NotEqual((string?)error["message"], (string?)error["welsh"]);
        Assert.Null(answer["grant"]);
        Assert.Equal(0, (int?)(await graph.AskAsync("{ viewer { learner { permissions { totalCount } } } }", AsGwen))["data"]!["viewer"]!["learner"]!["permissions"]!["totalCount"]);
    }

    [Theory]
    [InlineData("""{"organisation":"10000001"}""", """{"__typename":"Organisation","name":"Bright Paths Careers"}""")]
    [InlineData("""{"category":"EMPLOYER"}""", """{"__typename":"OrganisationCategory","kind":"EMPLOYER"}""")]
    [InlineData("""{"person":{"subject":"s","name":"Aunt May"}}""", """{"__typename":"DelegatedPerson","person":"Aunt May"}""")]
    public async Task A_grant_is_made_to_an_organisation_a_kind_or_a_person(string grantee, string expected)
    {
        using var graph = new Graph().WithGwen();
        var answer = await GrantAsync(graph, $$$"""{"grantee":{{{grantee}}},"scopes":["ROUTES","IDENTITY"],"purpose":" my next step ","validUntil":"2027-01-01T01:00:00+01:00"}""");
        Assert.Empty(answer["errors"]!.AsArray());
        Assert.Equal(expected, answer["grant"]!["grantee"]!.ToJsonString());
        Assert.Equal("""["IDENTITY","ROUTES"]""", answer["grant"]!["scopes"]!.ToJsonString());
        Assert.Equal(("my next step", "2027-01-01T00:00:00Z"), ((string?)answer["grant"]!["purpose"], (string?)answer["grant"]!["validUntil"]));
    }

    [Fact]
    public async Task An_organisation_without_a_UKPRN_is_named_by_its_identifier()
    {
        using var graph = new Graph().WithGwen();
        var answer = await GrantAsync(graph, $$$"""{"grantee":{"organisationId":"{{{NodeId.Of(Reference.Laser)}}}"},"scopes":["ROUTES"],"purpose":"p"}""");
        Assert.Equal("Laser Learning Awards", (string?)answer["grant"]!["grantee"]!["name"]);
    }

    [Fact]
    public async Task A_grant_is_revoked_once_and_only_by_its_owner()
    {
        using var graph = new Graph().WithGwen().WithGrants(Learners.Grant(ToAdviser, [ConsentScope.Routes]));
        var id = NodeId.Of(new Domain.Identifiers.GrantId(Key(101)));
        Assert.Equal("GRANT_UNKNOWN", await RevokeAsync(graph, NodeId.Of(new Domain.Identifiers.GrantId(Key(9)))));
        Assert.Equal("GRANT_UNKNOWN", await RevokeAsync(graph, NodeId.Of(Reference.Laser)));
        Assert.Equal("GRANT_UNKNOWN", await RevokeAsync(graph, "rubbish"));
        Assert.Null(await RevokeAsync(graph, id));
        Assert.Equal("GRANT_ALREADY_REVOKED", await RevokeAsync(graph, id));
    }

    [Fact]
    public async Task Registration_gives_a_number_and_refuses_bad_input_whole()
    {
        using var graph = new Graph().WithGwen();
        const string register = """
            mutation($input: RegisterLearnerInput!) { registerLearner(input: $input) { learner { uln } errors { __typename ... on UserError { code } } } }
            """;
        var bad = await graph.AskAsync(register, Reference.Teacher, new { input = new { given = "", family = "x", dateOfBirth = "2025-01-01", postcode = "nowhere", email = "none" } });
        Assert.Equal(
            ["NAME_INVALID", "AGE_OUT_OF_RANGE", "POSTCODE_INVALID", "EMAIL_INVALID"],
            bad["data"]!["registerLearner"]!["errors"]!.AsArray().Select(error => (string?)error!["code"]));
        var input = new { given = "Ifan", family = "Rees", dateOfBirth = "2009-02-03", postcode = "cf103nq" };
        Assert.Equal("1174112637", (string?)(await graph.AskAsync(register, Reference.Teacher, new { input }))["data"]!["registerLearner"]!["learner"]!["uln"]);
        Assert.Equal(
            "POSSIBLE_DUPLICATE_LEARNER",
            (string?)(await graph.AskAsync(register, Reference.Teacher, new { input }))["data"]!["registerLearner"]!["errors"]![0]!["code"]);
        Assert.Equal("VIEWER_NOT_ALLOWED", (string?)(await graph.AskAsync(register, Reference.Boss, new { input }))["errors"]![0]!["extensions"]!["code"]);
    }

    private static async Task<JsonNode> GrantAsync(Graph graph, string input)
    {
        var answer = await graph.AskAsync(Grant, AsGwen, new { input = JsonNode.Parse(input) });
        Assert.Null(answer["errors"]);
        return answer["data"]!["grantPermission"]!;
    }

    private static async Task<string?> RevokeAsync(Graph graph, string id)
    {
        var answer = await graph.AskAsync("mutation($id: ID!) { revokePermission(input: { id: $id }) { errors { ... on UserError { code } } } }", AsGwen, new { id });
        return (string?)answer["data"]!["revokePermission"]!["errors"]!.AsArray().FirstOrDefault()?["code"];
    }
}
