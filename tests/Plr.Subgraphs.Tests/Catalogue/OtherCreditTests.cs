using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Subgraphs.Tests.Support;

namespace Plr.Subgraphs.Tests.Catalogue;

/// <summary>A rule that takes credit from any unit: shown as a group of its own, said in both languages, and computed.</summary>
public sealed class OtherCreditTests
{
    private const string Number = "601/0001/6";

    private static readonly NationalCatalogue Published = new("other credit", Reference.Catalogue.Organisations, Reference.Catalogue.Units,
    [
        new Qualification
        {
            Number = QualificationNumber.ParseIssued(Number).Value,
            Title = "Certificate of any credit",
            AwardingOrganisation = Reference.Laser,
            Framework = Framework.Rqf,
            Type = "Other",
            Level = QualificationLevel.Level2,
            TotalCredits = 6,
            RegulatoryStatus = RegulatoryStatus.Demonstration,
            RuleOfCombination = new RuleOfCombination
            {
                Root = new RuleNode.OtherCredit { Id = "O", MinLevel = 2, AchievedWithinMonths = 60, Bounds = [new Bound { Measure = BoundMeasure.Credits, Min = 6 }] },
            },
        },
    ]);

    [Fact]
    public async Task It_is_a_group_with_its_filters_and_a_sentence()
    {
        using var graph = new Graph(catalogue: Published);
        var answer = await graph.AskAsync($$"""
            { qualification(number: "{{Number}}") { ruleOfCombination { text welsh: text(language: WELSH) completeness { isComplete }
              structure { __typename ... on OtherCreditGroup { minimumCredits minimumLevel maximumLevel sectorSubjectAreas achievedWithinMonths } } } } }
            """);
        var rule = answer["data"]!["qualification"]!["ruleOfCombination"]!;
        Assert.Equal(
            """{"__typename":"OtherCreditGroup","minimumCredits":6,"minimumLevel":"LEVEL_2","maximumLevel":null,"sectorSubjectAreas":[],"achievedWithinMonths":60}""",
            rule["structure"]!.ToJsonString());
        Assert.True((bool)rule["completeness"]!["isComplete"]!);
        Assert.Contains(rule["text"]!.AsArray(), sentence => ((string)sentence!).Contains("achieved within 60 months", StringComparison.Ordinal));
        Assert.Contains(rule["welsh"]!.AsArray(), sentence => ((string)sentence!).Contains("o fewn 60 mis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "NOT_STARTED", 6)]
    [InlineData("\"M/504/7527\"", "NOT_STARTED", 6)]
    [InlineData("\"Y/616/7767\"", "IN_PROGRESS", 3)]
    [InlineData("\"Y/616/7767\", \"D/616/7768\"", "SATISFIED_NOT_AWARDED", 0)]
    public async Task Units_that_no_rule_lists_count_by_their_level(string units, string state, int remaining)
    {
        using var graph = new Graph(catalogue: Published);
        var answer = await graph.AskAsync($"{{ ruleOfCombinationCheck(qualification: \"{Number}\", units: [{units}]) {{ state remainingCredits incompleteReasons }} }}");
        var check = answer["data"]!["ruleOfCombinationCheck"]!;
        Assert.Equal((state, remaining), ((string?)check["state"], (int?)check["remainingCredits"]));
        Assert.Empty(check["incompleteReasons"]!.AsArray());
    }
}
