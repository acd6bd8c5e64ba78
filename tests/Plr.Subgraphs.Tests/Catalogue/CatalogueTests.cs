using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Tests.Support;

namespace Plr.Subgraphs.Tests.Catalogue;

/// <summary>The catalogue is public: nothing here carries a token.</summary>
public sealed class CatalogueTests
{
    [Theory]
    [InlineData("{ keyword: \"planning personal\" }", "600/8900/3")]
    [InlineData("{ keyword: \"8900\" }", "600/8900/3")]
    [InlineData("{ level: LEVEL_2 }", "603/2658/X")]
    [InlineData("{ awardingOrganisation: \"rn5193\" }", "603/2658/X")]
    [InlineData("{ size: CERTIFICATE }", "601/0000/4")]
    [InlineData("{ hasRuleOfCombination: false }", "601/0001/6")]
    [InlineData("{ type: \"vocationally-related qualification\", level: LEVEL_2, keyword: \"culinary\" }", "603/2658/X")]
    [InlineData("{ sectorSubjectArea: \"01\" }")]
    public async Task Qualifications_are_found_by_all_that_is_given(string filter, params string[] expected)
    {
        using var graph = new Graph();
        var answer = await graph.AskAsync($"{{ qualifications(filter: {filter}) {{ totalCount nodes {{ number }} }} }}");
        Assert.Equal(expected, answer["data"]!["qualifications"]!["nodes"]!.AsArray().Select(node => (string)node!["number"]!));
    }

    [Fact]
    public async Task Pages_follow_one_another_forwards_and_backwards()
    {
        using var graph = new Graph();
        var first = (await graph.AskAsync("{ units(first: 3) { nodes { number } pageInfo { hasNextPage endCursor } } }"))["data"]!["units"]!;
        Assert.True((bool)first["pageInfo"]!["hasNextPage"]!);
        var rest = (await graph.AskAsync("query($after: String) { units(first: 3, after: $after) { nodes { number } pageInfo { hasNextPage } } }", null, new { after = (string?)first["pageInfo"]!["endCursor"] }))["data"]!["units"]!;
        Assert.Equal("Y/616/7767", (string?)Assert.Single(rest["nodes"]!.AsArray())!["number"]);
        var last = (await graph.AskAsync("{ units(last: 1) { edges { node { number title owner { name } usedIn { nodes { number } } } } } }"))["data"]!["units"]!;
        Assert.Equal("603/2658/X", (string?)last["edges"]![0]!["node"]!["usedIn"]!["nodes"]![0]!["number"]);
    }

    [Fact]
    public async Task A_rule_is_a_tree_and_sentences()
    {
        using var graph = new Graph();
        var answer = await graph.AskAsync("""
            { qualification(number: "6032658X") { ruleOfCombination {
              totalCredits text welsh: text(language: WELSH) completeness { isComplete } units { unit { number } isMandatory group }
              structure { __typename label minimumCredits ... on CompoundGroup { groups { __typename label minimumCredits ... on UnitGroup { isMandatory units { number } } } } } } } }
            """);
        var rule = answer["data"]!["qualification"]!["ruleOfCombination"]!;
        Assert.Equal(
            """{"__typename":"CompoundGroup","label":"R","minimumCredits":6,"groups":[{"__typename":"UnitGroup","label":"M","minimumCredits":null,"isMandatory":true,"units":[{"number":"Y/616/7767"}]},{"__typename":"UnitGroup","label":"O","minimumCredits":3,"isMandatory":false,"units":[{"number":"T/616/7761"},{"number":"D/616/7768"}]}]}""",
            rule["structure"]!.ToJsonString());
        Assert.Equal(
            [
                "The whole qualification: at least 6 credits.", "Group M: every unit is mandatory: Y/616/7767.",
                "Group O (Optional): choose from T/616/7761, D/616/7768.", "Group O (Optional): at least 3 credits.",
            ],
            rule["text"]!.AsArray().Select(sentence => (string?)sentence));
        Assert.Equal("Y cymhwyster cyfan: o leiaf 6 credyd.", (string?)rule["welsh"]![0]);
    }

    [Fact]
    public async Task A_partial_rule_says_so_shows_units_without_a_number_and_computes_nothing()
    {
        using var graph = new Graph();
        var answer = await graph.AskAsync("""
            { qualification(number: "601/0000/4") { ruleOfCombination { completeness { isComplete reasons } structure { ... on UnitGroup { unidentifiedUnits { awardingOrganisationCode title credits level } } } } }
              ruleOfCombinationCheck(qualification: "601/0000/4", units: ["M/504/7527"]) { state creditsTowards remainingCredits fraction shortestCompletion { number } incompleteReasons explanation } }
            """);
        Assert.Equal(
            """{"completeness":{"isComplete":false,"reasons":["three units were cut off"]},"structure":{"unidentifiedUnits":[{"awardingOrganisationCode":"X1","title":"A unit without a number","credits":4,"level":"LEVEL_1"}]}}""",
            answer["data"]!["qualification"]!["ruleOfCombination"]!.ToJsonString());
        var check = answer["data"]!["ruleOfCombinationCheck"]!;
        Assert.Equal("RULE_INCOMPLETE", (string?)check["state"]);
        Assert.All(["creditsTowards", "remainingCredits", "fraction", "shortestCompletion"], field => Assert.Null(check[field]));
        Assert.Equal("three units were cut off", (string?)check["incompleteReasons"]![0]);
    }

    [Theory]
    [InlineData("600/8900/3", "", "NOT_STARTED", 3)]
    [InlineData("600/8900/3", "\"M/504/7527\"", "SATISFIED_NOT_AWARDED", 0)]
    [InlineData("603/2658/X", "\"Y/616/7767\"", "IN_PROGRESS", 3)]
    [InlineData("603/2658/X", "\"Y/616/7767\", \"D/616/7768\"", "SATISFIED_NOT_AWARDED", 0)]
    [InlineData("601/0001/6", "", "RULE_NOT_PUBLISHED", null)]
    public async Task A_check_says_what_units_come_to(string qualification, string units, string state, int? remaining)
    {
        using var graph = new Graph();
        var answer = await graph.AskAsync($"{{ ruleOfCombinationCheck(qualification: \"{qualification}\", units: [{units}]) {{ state remainingCredits }} }}");
        var check = answer["data"]!["ruleOfCombinationCheck"]!;
        Assert.Equal((state, remaining), ((string?)check["state"], (int?)check["remainingCredits"]));
    }

    [Fact]
    public async Task Public_nodes_are_found_and_a_number_that_nobody_has_is_null()
    {
        using var graph = new Graph();
        var ids = new[] { NodeId.Of(Reference.Laser), NodeId.Of(Reference.Planning), NodeId.Of(Domain.Identifiers.QualificationNumber.Parse(Reference.Award).Value), NodeId.Of(new Domain.Identifiers.OrganisationId("RN0000")) };
        var answer = await graph.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", null, new { ids });
        Assert.Equal(["Organisation", "Unit", "Qualification", null], answer["data"]!["nodes"]!.AsArray().Select(node => (string?)node?["__typename"]));
        Assert.Null(answer["errors"]);
    }

    [Fact]
    public async Task An_organisation_says_what_it_has_signed_and_what_is_missing()
    {
        using var graph = new Graph();
        var answer = await graph.AskAsync("{ organisation(ukprn: \"10000002\") { name kinds agreements { kind } participation { participates missing } } }");
        Assert.Equal(
            """{"participates":false,"missing":["SECURITY_POLICY","DATA_MANAGEMENT","PLR_SERVICE_CHARTER"]}""",
            answer["data"]!["organisation"]!["participation"]!.ToJsonString());
    }
}
