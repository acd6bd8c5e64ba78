using Plr.Domain.Permissions;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

public sealed class UnavailableDatabaseTests
{
    [Fact]
    public async Task A_database_that_is_away_refuses_the_whole_request_and_answers_again_when_it_is_back()
    {
        using var graph = new Graph().WithGwen();
        graph.Store.IsUnavailable = true;
        var away = await graph.AskAsync("{ learner(uln: \"9276308686\") { name { family } } }", AsGwen);
        Assert.Null(away["data"]);
        Assert.Equal("DATABASE_UNAVAILABLE", (string?)away["errors"]![0]!["extensions"]!["code"]);
        graph.Store.IsUnavailable = false;
        Assert.Equal("Evans", (string?)(await graph.AskAsync("{ learner(uln: \"9276308686\") { name { family } } }", AsGwen))["data"]!["learner"]!["name"]!["family"]);
    }

    [Fact]
    public async Task What_can_not_be_logged_is_not_disclosed()
    {
        using var graph = new Graph().WithGwen().WithGrants(Grant(ToAdviser, [ConsentScope.Identity]));
        graph.Store.FailsToLog = true;
        var answer = await graph.TextAsync("{ learner(uln: \"9276308686\") { name { family } } }", Reference.Adviser);
        Assert.DoesNotContain("Evans", answer, StringComparison.Ordinal);
        Assert.Contains("DATABASE_UNAVAILABLE", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_needs_no_database()
    {
        using var graph = new Graph();
        graph.Store.IsUnavailable = true;
        Assert.Null((await graph.AskAsync("{ qualification(number: \"600/8900/3\") { title } }"))["errors"]);
    }
}
