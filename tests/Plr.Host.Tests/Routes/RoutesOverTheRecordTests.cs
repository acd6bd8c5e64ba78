using System.Text.Json;
using Plr.Host.Tests.Serving;

namespace Plr.Host.Tests.Routes;

/// <summary>Routes and progress over the demonstration, through the database.</summary>
public sealed class RoutesOverTheRecordTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string TeamLeading = "000/9001/3", HealthAndSocialCare = "000/9002/5", CareerPlanning = "600/8900/3";

    [Theory]
    [InlineData("{ offeredIn: NORTHERN_IRELAND }", TeamLeading, HealthAndSocialCare)]
    [InlineData("{ offeredIn: WALES, levels: [LEVEL_2] }", HealthAndSocialCare, CareerPlanning)]
    [InlineData("{ sectorSubjectAreas: [\"01\"] }", HealthAndSocialCare, TeamLeading)]
    [InlineData("{ sectorSubjectAreas: [\"15.3\"] }", TeamLeading, HealthAndSocialCare)]
    [InlineData("{ sizes: [DIPLOMA] }", TeamLeading, CareerPlanning)]
    [InlineData("{ sizes: [AWARD], levels: [LEVEL_1] }", CareerPlanning, TeamLeading)]
    [InlineData("{ operationalOn: \"2013-06-01\" }", CareerPlanning, TeamLeading)] // The diplomas begin in September 2014.
    [InlineData("{ awardingOrganisation: \"RN5326\" }", CareerPlanning, TeamLeading)]
    [InlineData("{ mustContain: [\"R/000/9012\"] }", HealthAndSocialCare, TeamLeading)]
    [InlineData("{ keyword: \"arwain tîm\" }", TeamLeading, HealthAndSocialCare)] // By its Welsh title.
    public async Task A_filter_takes_the_one_and_leaves_the_other(string filter, string taken, string left)
    {
        var answer = await server.AskAsync($"{{ routesFrom(units: [], first: 100, filter: {filter}) {{ nodes {{ qualification {{ number }} }} rulesVersion }} }}");
        Assert.Empty(answer.Codes);
        var numbers = answer.At("routesFrom.nodes").EnumerateArray().Select(node => node.GetProperty("qualification").GetProperty("number").GetString()).ToList();
        Assert.Contains(taken, numbers);
        Assert.DoesNotContain(left, numbers);
    }

    [Fact] // Harriet was registered twice: whoever asks by the number she had before sees the same record.
    public async Task A_merged_number_leads_to_the_whole_record_and_its_progress()
    {
        var token = GraphServer.Token("--learner", "9000000083");
        var present = await AskAsync("9000000083", token);
        var before = await AskAsync("9000000091", token);
        Assert.Equal("Harriet", before.Text("learner.name.given"));
        Assert.True(before.At("learner.achievements.nodes").GetArrayLength() > 0);
        Assert.True(before.At("learner.progress.creditsTowards").GetInt32() > 0);
        Assert.Equal(WithoutMoment(present), WithoutMoment(before));
    }

    [Fact]
    public async Task Pages_of_the_whole_ranking_name_every_route_once()
    {
        var token = GraphServer.Token("--learner", "9000000024");
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await server.AskAsync(
                "query($after: String) { learner(uln: \"9000000024\") { routes(first: 2, after: $after) { nodes { qualification { number } remainingCredits } pageInfo { hasNextPage endCursor } } } }",
                new { after }, token);
            Assert.Empty(page.Codes);
            seen.AddRange(page.At("learner.routes.nodes").EnumerateArray().Select(node => node.ToString()));
            after = page.At("learner.routes.pageInfo.hasNextPage").GetBoolean() ? page.Text("learner.routes.pageInfo.endCursor") : null;
        }
        while (after is not null);

        var whole = await server.AskAsync("{ learner(uln: \"9000000024\") { routes(first: 100) { nodes { qualification { number } remainingCredits } } } }", token: token);
        Assert.Equal(whole.At("learner.routes.nodes").EnumerateArray().Select(node => node.ToString()), seen);
        Assert.True(seen.Count > 2);
    }

    private async Task<GraphAnswer> AskAsync(string uln, string token)
    {
        var answer = await server.AskAsync(
            $$"""
            { learner(uln: "{{uln}}") { currentUln name { given } preferredLanguage achievements(first: 20) { nodes { awardedOn grade } } credits { total }
              progress(qualification: "{{TeamLeading}}") { state creditsTowards remainingCredits rulesVersion } routes(first: 5) { nodes { qualification { number } remainingCredits creditsSaved } } } }
            """, token: token);
        Assert.Empty(answer.Codes);
        return answer;
    }

    private static string WithoutMoment(GraphAnswer answer) => JsonSerializer.Serialize(answer.At("learner"));
}
