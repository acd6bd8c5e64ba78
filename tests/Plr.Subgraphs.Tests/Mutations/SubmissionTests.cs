using System.Text.Json.Nodes;
using Plr.Consent.Viewers;
using Plr.Domain.Permissions;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Mutations;

public sealed class SubmissionTests
{
    private const string Submit = """
        mutation Submit($items: [AchievementItemInput!]!) {
          submitAchievements(input: { items: $items }) {
            created updated unchanged rejected
            items { index outcome achievement { __typename version } error { code path } }
            errors { __typename ... on UserError { code path } ... on SubmissionSizeError { maximum } }
          }
        }
        """;

    [Fact]
    public async Task Each_item_is_answered_by_itself()
    {
        using var graph = new Graph().WithGwen();
        var good = Item(unit: "M5047527", awardedOn: "2026-07-01");
        var answer = await SubmitAsync(graph, [
            good,
            Item(uln: "9276308687", unit: "M/504/7527"),
            Item(uln: "12", unit: "M/504/7527"),
            Item(uln: "6936002314", unit: "M/504/7527"),
            Item(family: "Jones", unit: "M/504/7527"),
            Item(family: "", unit: "M/504/7527"),
            Item(),
            Item(unit: "M/504/7527", qualification: "600/8900/3"),
            Item(unit: "M/504/7528"),
            Item(unit: "A/000/0000"),
            Item(unit: "rubbish"),
            Item(qualification: "603/2658/X"),
            Item(unit: "D/616/7768"),
            Item(unit: "M/504/7527", awardedOn: "2030-01-01"),
            Item(unit: "M/504/7527", provider: "99999999"),
            Item(unit: "M/504/7527", provider: "19999999"),
            Item(unit: "M/504/7527", grade: ""),
            good,
            Item(qualification: "60089003"),
        ]);
        Assert.Equal(
            [
                null, "ULN_CHECK_DIGIT_WRONG", "ULN_MALFORMED", "LEARNER_NOT_MATCHED", "LEARNER_NOT_MATCHED", "NAME_INVALID", "ACHIEVEMENT_TARGET_INVALID",
                "ACHIEVEMENT_TARGET_INVALID", "UNIT_NUMBER_CHECK_LETTER_WRONG", "UNIT_UNKNOWN", "UNIT_NUMBER_MALFORMED", "NOT_THE_AWARDING_ORGANISATION",
                "NOT_THE_AWARDING_ORGANISATION", "AWARD_DATE_INVALID", "UKPRN_MALFORMED", "ORGANISATION_UNKNOWN", "GRADE_INVALID", "DUPLICATE_ITEM", null,
            ],
            answer["items"]!.AsArray().Select(item => (string?)item!["error"]?["code"]));
        Assert.Equal((2, 17), ((int)answer["created"]!, (int)answer["rejected"]!));
        Assert.Equal("""["input","items","1"]""", answer["items"]![1]!["error"]!["path"]!.ToJsonString());
        Assert.Equal(AccessBasis.OwnAward, Assert.Single(graph.Store.Log).Basis);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_another_grade_makes_a_new_version()
    {
        using var graph = new Graph().WithGwen();
        await SubmitAsync(graph, [Item(unit: "M/504/7527", grade: "Pass")]);
        var again = await SubmitAsync(graph, [Item(unit: "M/504/7527", grade: "Pass")]);
        Assert.Equal("UNCHANGED", (string?)again["items"]![0]!["outcome"]);
        var changed = await SubmitAsync(graph, [Item(unit: "M/504/7527", grade: "Merit")]);
        Assert.Equal(2, (int?)changed["items"]![0]!["achievement"]!["version"]);
    }

    [Theory]
    [Trait("Limit", "AchievementSubmission.MaxItems")]
    [InlineData(999)]
    [InlineData(1_000)]
    public async Task A_thousand_items_are_taken(int count)
    {
        using var graph = new Graph().WithGwen();
        var answer = await SubmitAsync(graph, [.. Days(count)]);
        Assert.Equal((count, count), ((int)answer["created"]!, answer["items"]!.AsArray().Count));
    }

    [Theory]
    [Trait("Limit", "AchievementItem.MaxGradeLength")]
    [InlineData(29, null)]
    [InlineData(30, null)]
    [InlineData(31, "GRADE_INVALID")]
    public async Task A_grade_has_at_most_30_characters(int length, string? code)
    {
        using var graph = new Graph().WithGwen();
        var answer = await SubmitAsync(graph, [Item(unit: "M/504/7527", grade: new string('A', length))]);
        Assert.Equal(code, (string?)answer["items"]![0]!["error"]?["code"]);
    }

    [Theory]
    [InlineData(1_001, "TOO_MANY_ITEMS")]
    [InlineData(0, "NO_ITEMS")]
    public async Task More_or_none_are_refused_whole_and_nothing_is_written(int count, string code)
    {
        using var graph = new Graph().WithGwen();
        var answer = await SubmitAsync(graph, [.. Days(count)]);
        Assert.Empty(answer["items"]!.AsArray());
        Assert.Equal((code, 1_000), ((string?)answer["errors"]![0]!["code"], (int)answer["errors"]![0]!["maximum"]!));
        Assert.Equal(2, (int?)(await graph.AskAsync("{ viewer { learner { achievements { totalCount } } } }", AsGwen))["data"]!["viewer"]!["learner"]!["achievements"]!["totalCount"]);
    }

    [Fact]
    public async Task An_awarding_organisation_that_does_not_participate_is_refused()
    {
        using var graph = new Graph().WithGwen();
        var answer = await SubmitAsync(graph, [Item(unit: "M/504/7527")], new Viewer.OrganisationViewer(Reference.Careers, Domain.Organisations.OrganisationKind.AwardingOrganisation));
        Assert.Equal("OrganisationNotParticipatingError", (string?)answer["errors"]![0]!["__typename"]);
    }

    [Theory]
    [InlineData("VIEWER_NOT_ALLOWED")]
    [InlineData("SIGN_IN_REQUIRED")]
    public async Task Nobody_else_may_submit(string code)
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(Submit, code == "SIGN_IN_REQUIRED" ? null : Reference.Adviser, new { items = new[] { Item(unit: "M/504/7527") } });
        Assert.Null(answer["data"]!["submitAchievements"]);
        Assert.Equal(code, (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }

    private static async Task<JsonNode> SubmitAsync(Graph graph, object[] items, Viewer? viewer = null)
    {
        var answer = await graph.AskAsync(Submit, viewer ?? Reference.LaserAwards, new { items });
        Assert.Null(answer["errors"]);
        return answer["data"]!["submitAchievements"]!;
    }

    private static IEnumerable<object> Days(int count) =>
        Enumerable.Range(0, count).Select(day => Item(unit: "M/504/7527", awardedOn: new DateOnly(2020, 1, 1).AddDays(day).ToString("O")));

    private static object Item(
        string uln = "9276308686", string family = "Evans", string? unit = null, string? qualification = null, string awardedOn = "2026-07-02",
        string? grade = null, string? provider = null) => new { uln, familyName = family, unit, qualification, awardedOn, grade, provider };
}
