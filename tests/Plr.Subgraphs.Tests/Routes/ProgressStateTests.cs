using System.Text.Json.Nodes;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Routes;

/// <summary>Where a learner stands with a qualification, state by state, and what a reader is told about it.</summary>
public sealed class ProgressStateTests
{
    private const string Closed = "601/0002/8";
    private static readonly UnitNumber Withdrawn = UnitNumber.ParseIssued("A/616/7769").Value;

    // The small catalogue, and a qualification whose one unit nobody can begin any more.
    private static readonly NationalCatalogue Catalogue = new(
        "closed",
        Reference.Catalogue.Organisations,
        [
            .. Reference.Catalogue.Units,
            new Unit { Number = Withdrawn, Title = "Butter churning", CreditValue = 2, Level = QualificationLevel.Level1, WithdrawnOn = new DateOnly(2015, 1, 1) },
        ],
        [
            .. Reference.Catalogue.Qualifications,
            new Qualification
            {
                Number = QualificationNumber.ParseIssued(Closed).Value,
                Title = "Award in Butter",
                AwardingOrganisation = Reference.Laser,
                Framework = Framework.Qcf,
                Type = "Other",
                Level = QualificationLevel.Level1,
                RegulatoryStatus = RegulatoryStatus.Closing,
                RuleOfCombination = new RuleOfCombination { Root = new RuleNode.All { Id = "M", Units = [Withdrawn.Value] } },
            },
        ]);

    [Theory]
    [InlineData(Reference.Award, "SATISFIED_NOT_AWARDED", 0)]
    [InlineData(Reference.Diploma, "IN_PROGRESS", 3)]
    [InlineData(Closed, "UNREACHABLE", null)]
    [InlineData(Reference.Partial, "RULE_INCOMPLETE", null)]
    [InlineData(Reference.Ruleless, "RULE_NOT_PUBLISHED", null)]
    public async Task Progress_says_where_the_learner_stands(string qualification, string state, int? remaining)
    {
        using var graph = new Graph(catalogue: Catalogue).WithGwen();
        var progress = await ProgressAsync(graph, qualification);
        Assert.Equal((state, remaining), ((string?)progress["state"], (int?)progress["remainingCredits"]));
        Assert.Equal(("closed", "2026-11-22T12:00:00Z", false), ((string?)progress["rulesVersion"], (string?)progress["recordAsOf"], (bool)progress["isWhatIf"]!));
    }

    [Fact]
    public async Task A_unit_that_nobody_can_begin_any_more_still_counts_for_who_has_it()
    {
        using var graph = new Graph(catalogue: Catalogue).WithGwen();
        graph.Store.Add(Unit(Gwen, Withdrawn, Reference.Laser, 9));
        Assert.Equal("SATISFIED_NOT_AWARDED", (string?)(await ProgressAsync(graph, Closed))["state"]);
    }

    [Fact]
    public async Task A_qualification_is_awarded_once_its_award_is_final()
    {
        using var graph = new Graph(catalogue: Catalogue).WithGwen();
        graph.Store.Add(Award(AchievementStatus.Provisional, version: 1));
        Assert.Equal("SATISFIED_NOT_AWARDED", (string?)(await ProgressAsync(graph, Reference.Award))["state"]);
        graph.Store.Add(Award(AchievementStatus.Final, version: 2));
        Assert.Equal("ACHIEVED_AWARDED", (string?)(await ProgressAsync(graph, Reference.Award))["state"]);
    }

    [Fact]
    public async Task Nothing_that_counts_is_not_started()
    {
        using var graph = new Graph(catalogue: Catalogue).WithGwen();
        var answer = await graph.AskAsync(
            "{ learner(uln: \"9276308686\") { progress(qualification: \"603/2658/X\", includeAchieved: false) { state isWhatIf } } }", AsGwen);
        Assert.Equal("""{"state":"NOT_STARTED","isWhatIf":true}""", answer["data"]!["learner"]!["progress"]!.ToJsonString());
    }

    [Fact]
    public async Task The_verdict_reads_in_English_and_in_Welsh()
    {
        using var graph = new Graph(catalogue: Catalogue).WithGwen();
        var diploma = await ProgressAsync(graph, Reference.Diploma);
        Assert.Equal(
            ["Some units count towards the qualification.", "3 of 7 credits count so far.", "3 more credits are needed at least, for example: T/616/7761."],
            Sentences(diploma["explanation"]!).Take(3));
        Assert.Equal(
            ["Mae rhai unedau yn cyfrif tuag at y cymhwyster.", "Mae 3 o 7 credyd yn cyfrif hyd yma.", "Mae angen o leiaf 3 credyd arall, er enghraifft: T/616/7761."],
            Sentences(diploma["welsh"]!).Take(3));
        Assert.Equal(Sentences(diploma["explanation"]!).Count(), Sentences(diploma["welsh"]!).Count());
    }

    private static QualificationAchievement Award(AchievementStatus status, int version) => new()
    {
        Id = new AchievementId(Key(8)), Learner = Gwen, AwardedOn = new DateOnly(2026, 7, 1), AwardingOrganisation = Reference.Laser, Status = status,
        Source = AchievementSource.AwardingOrganisation, Version = version, RecordedAt = new ManualClock().Now, Qualification = QualificationNumber.ParseIssued(Reference.Award).Value,
    };

    private static async Task<JsonNode> ProgressAsync(Graph graph, string qualification)
    {
        var answer = await graph.AskAsync(
            $"{{ learner(uln: \"9276308686\") {{ progress(qualification: \"{qualification}\") {{ state remainingCredits explanation welsh: explanation(language: WELSH) rulesVersion recordAsOf isWhatIf }} }} }}",
            AsGwen);
        Assert.Null(answer["errors"]);
        return answer["data"]!["learner"]!["progress"]!;
    }

    private static IEnumerable<string?> Sentences(JsonNode list) => list.AsArray().Select(sentence => (string?)sentence);
}
