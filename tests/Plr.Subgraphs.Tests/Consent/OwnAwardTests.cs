using Plr.Domain.Permissions;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

/// <summary>An awarding organisation sees what it awarded itself, without a grant, and nothing else.</summary>
public sealed class OwnAwardTests
{
    private const string Achievements = """
        { learner(uln: "9276308686") { achievements { totalCount nodes { id awardingOrganisation { name } } } credits { total } widerAchievements { totalCount }
          progress(qualification: "600/8900/3") { state } access { basis } } }
        """;

    [Fact]
    public async Task It_sees_its_own_award_alone_and_the_log_says_so()
    {
        using var graph = new Graph().WithGwen();
        var answer = await graph.AskAsync(Achievements, Reference.LaserAwards);
        var seen = answer["data"]!["learner"]!;
        Assert.Equal(
            $$$"""{"totalCount":1,"nodes":[{"id":"{{{NodeId.Of("UnitAchievement", new(Key(1)))}}}","awardingOrganisation":{"name":"Laser Learning Awards"}}]}""",
            seen["achievements"]!.ToJsonString());
        Assert.Null(seen["credits"]);
        Assert.Null(seen["progress"]);
        Assert.Null(seen["widerAchievements"]);
        Assert.Equal("OWN_AWARD", (string?)seen["access"]![2]!["basis"]);
        var entry = Assert.Single(graph.Store.Log);
        Assert.Equal((AccessBasis.OwnAward, Reference.Laser), (entry.Basis, entry.Organisation!.Value));
    }

    [Fact]
    public async Task With_a_grant_it_sees_all_of_them()
    {
        using var graph = new Graph().WithGwen().WithGrants(Grant(new Grantee.ToOrganisation(Reference.Laser), [ConsentScope.QualificationAchievements]));
        var answer = await graph.AskAsync(Achievements, Reference.LaserAwards);
        Assert.Equal(2, (int?)answer["data"]!["learner"]!["achievements"]!["totalCount"]);
    }

    [Fact]
    public async Task A_block_hides_even_its_own_award_and_looks_as_if_it_had_awarded_none()
    {
        using var graph = new Graph().WithGwen().WithGrants(Grant(new Grantee.ToOrganisation(Reference.Laser), [ConsentScope.QualificationAchievements], GrantEffect.Block));
        var blocked = await graph.TextAsync(Achievements, Reference.LaserAwards);
        var unknown = await graph.TextAsync(Achievements.Replace("9276308686", "6936002314", StringComparison.Ordinal), Reference.LaserAwards);
        Assert.Equal(unknown, blocked);
        Assert.Contains("\"totalCount\":0", blocked, StringComparison.Ordinal);
        Assert.Empty(graph.Store.Log);
    }

    [Fact]
    public async Task By_identifier_it_reaches_its_own_award_and_no_other()
    {
        using var graph = new Graph().WithGwen();
        const string document = "query($id: ID!) { node(id: $id) { ... on UnitAchievement { unit { number } } } }";
        var own = await graph.AskAsync(document, Reference.LaserAwards, new { id = NodeId.Of("UnitAchievement", new(Key(1))) });
        Assert.Equal("M/504/7527", (string?)own["data"]!["node"]!["unit"]!["number"]);
        var other = await graph.AskAsync(document, Reference.LaserAwards, new { id = NodeId.Of("UnitAchievement", new(Key(2))) });
        Assert.Null(other["data"]!["node"]);
        Assert.Equal("CONSENT_REQUIRED", (string?)other["errors"]![0]!["extensions"]!["code"]);
    }
}
