using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Input;

/// <summary>Bad input of the issue: a clear error with its code, never an internal error.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string, string> Documents => new()
    {
        { "{ learner(uln: \"927630868\") { uln } }", "ULN_MALFORMED" },
        { "{ learner(uln: \"9276308687\") { uln } }", "ULN_CHECK_DIGIT_WRONG" },
        { "{ learner(uln: 9276308686) { uln } }", "ULN_MALFORMED" },
        { "{ organisation(ukprn: \"90000001\") { name } }", "UKPRN_MALFORMED" },
        { "{ organisation { name } }", "ORGANISATION_REFERENCE_INVALID" },
        { "{ organisation(ukprn: \"10000001\", recognitionNumber: \"RN5326\") { name } }", "ORGANISATION_REFERENCE_INVALID" },
        { "{ qualification(number: \"600/89/3\") { title } }", "QUALIFICATION_NUMBER_MALFORMED" },
        { "{ qualification(number: \"600/8900/4\") { title } }", "QUALIFICATION_NUMBER_CHECK_DIGIT_WRONG" },
        { "{ unit(number: \"M/5047527\") { title } }", "UNIT_NUMBER_MALFORMED" },
        { "{ unit(number: \"A/504/7527\") { title } }", "UNIT_NUMBER_CHECK_LETTER_WRONG" },
        { "{ viewer { learner { progress(qualification: \"601/2344/8\") { state } } } }", "QUALIFICATION_UNKNOWN" },
        { "{ viewer { learner { progress(qualification: \"600/8900/3\", whatIf: [\"A/000/0000\"]) { state } } } }", "UNIT_UNKNOWN" },
        { "{ ruleOfCombinationCheck(qualification: \"601/2344/8\", units: []) { state } }", "QUALIFICATION_UNKNOWN" },
        { "{ viewer { learner { achievements(filter: { awardedFrom: \"22/11/2026\" }) { totalCount } } } }", "DATE_MALFORMED" },
        { "{ node(id: \"rubbish\") { id } }", "NODE_ID_MALFORMED" },
        { $"{{ node(id: \"{System.Buffers.Text.Base64Url.EncodeToString("Thing:1"u8)}\") {{ id }} }}", "NODE_ID_MALFORMED" },
        { $"{{ node(id: \"{System.Buffers.Text.Base64Url.EncodeToString("Learner:1"u8)}\") {{ id }} }}", "ULN_MALFORMED" },
        { "{ qualifications(first: 101) { totalCount } }", "FIRST_OUT_OF_RANGE" },
        { "{ qualifications(first: 1, last: 1) { totalCount } }", "FIRST_AND_LAST_GIVEN" },
        { "{ qualifications(after: \"rubbish\") { totalCount } }", "CURSOR_INVALID" },
        { "{ viewer { learner { disclosures(after: \"rubbish\") { nodes { id } } } } }", "CURSOR_INVALID" },
        { "{ qualifications(filter: { level: LEVEL_9 }) { totalCount } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ qualification { title } }", "GRAPHQL_VALIDATION_FAILED" },
        { "{ qualification(number: ", "GRAPHQL_PARSE_FAILED" },
        { "mutation { grantPermission(input: { grantee: { category: EMPLOYER }, scopes: [ROUTES], purpose: \"p\", validUntil: \"tomorrow\" }) { errors { __typename } } }", "DATE_TIME_MALFORMED" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Bad_input_is_refused_with_its_code_and_place(string document, string code)
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(document, AsGwen);
        var error = answer["errors"]![0]!;
        Assert.Equal(code, (string?)error["extensions"]!["code"]);
        Assert.True(error["locations"] is not null || error["path"] is not null, "neither position nor path");
        Assert.DoesNotContain("9276308687", answer.ToJsonString(), StringComparison.Ordinal); // A mistyped ULN is still personal data.
    }

    [Fact]
    public async Task A_variable_of_the_wrong_form_is_refused_with_its_code()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync("query($u: Uln!) { learner(uln: $u) { uln } }", AsGwen, new { u = "9276308687" });
        Assert.Equal("ULN_CHECK_DIGIT_WRONG", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    [Theory]
    [InlineData(99, null)]
    [InlineData(100, null)]
    [InlineData(101, "TOO_MANY_IDS")]
    public async Task Nodes_takes_a_hundred_identifiers(int count, string? code)
    {
        using var graph = new Graph().WithGwen();
        var ids = Enumerable.Repeat(NodeId.Of(Reference.Planning), count);
        var answer = await graph.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", null, new { ids });
        Assert.Equal(code, (string?)answer["errors"]?[0]!["extensions"]!["code"]);
    }

    [Theory]
    [Trait("Limit", "UnitList.MaxUnits")]
    [InlineData(199, null)]
    [InlineData(200, null)]
    [InlineData(201, "TOO_MANY_ITEMS")]
    public async Task A_check_takes_two_hundred_units(int count, string? code)
    {
        using var graph = new Graph();
        var units = Enumerable.Repeat("M/504/7527", count);
        var answer = await graph.AskAsync(
            "query($units: [UnitNumber!]!) { ruleOfCombinationCheck(qualification: \"600/8900/3\", units: $units) { state } }", null, new { units });
        Assert.Equal(code, (string?)answer["errors"]?[0]!["extensions"]!["code"]);
    }
}
