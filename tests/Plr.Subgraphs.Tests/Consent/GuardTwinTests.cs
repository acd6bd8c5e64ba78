using Plr.Domain.Permissions;
using Plr.GraphQL;
using Plr.Subgraphs.Nodes;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

/// <summary>A guard that nobody has seen fail is not yet a guard: with it off, each path leaks what it holds back.</summary>
public sealed class GuardTwinTests
{
    public static TheoryData<string, string> PersonalPaths => new()
    {
        { "{ learner(uln: \"9276308686\") { name { family } } }", "Evans" },
        { "{ learner(uln: \"9276308686\") { dateOfBirth } }", "2008-05-01" },
        { "{ learner(uln: \"9276308686\") { currentUln } }", "\"currentUln\":\"9276308686\"" },
        { "{ learner(uln: \"9276308686\") { contact { email } } }", "gwen@example.org" },
        { "{ learner(uln: \"9276308686\") { preferredLanguage } }", "WELSH" },
        { "{ learner(uln: \"9276308686\") { widerAchievements { nodes { title } } } }", "GCSE Welsh" },
        { "{ learner(uln: \"9276308686\") { credits { total } } }", "\"total\":6" },
        { "{ learner(uln: \"9276308686\") { progress(qualification: \"600/8900/3\") { creditsTowards } } }", "\"creditsTowards\":3" },
        { "{ learner(uln: \"9276308686\") { progress(qualification: \"600/8900/3\") { counted { unit { number } } } } }", "M/504/7527" },
        { $"{{ node(id: \"{NodeId.Of(Gwen)}\") {{ ... on Learner {{ name {{ family }} }} }} }}", "Evans" },
        { $"{{ node(id: \"{NodeId.Of("UnitAchievement", new(Key(1)))}\") {{ ... on UnitAchievement {{ unit {{ number }} }} }} }}", "M/504/7527" },
        { $"{{ nodes(ids: [\"{NodeId.Of("WiderAchievement", new(Key(3)))}\"]) {{ ... on Achievement {{ awardedOn }} }} }}", "2024-08-22" },
    };

    [Theory]
    [MemberData(nameof(PersonalPaths))]
    public async Task Without_the_consent_guard_the_path_leaks_and_with_it_nothing_does(string document, string secret)
    {
        using var open = new Graph(server => server.AddGuard("consent", new OpenGuard())).WithGwen();
        Assert.Contains(secret, await open.TextAsync(document, Reference.Adviser), StringComparison.Ordinal);
        using var guarded = new Graph().WithGwen();
        var withheld = await guarded.TextAsync(document, Reference.Adviser);
        Assert.DoesNotContain(secret, withheld, StringComparison.Ordinal);
        Assert.Contains("CONSENT_REQUIRED", withheld, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> OwnPaths => new()
    {
        { "{ learner(uln: \"9276308686\") { permissions { nodes { purpose } } } }", "advice" },
        { "{ learner(uln: \"9276308686\") { disclosures { nodes { operation } } } }", "Seen" },
        { $"{{ node(id: \"{NodeId.Of(new Domain.Identifiers.GrantId(Key(101)))}\") {{ ... on PermissionGrant {{ purpose }} }} }}", "advice" },
    };

    [Theory]
    [MemberData(nameof(OwnPaths))]
    public async Task Without_the_viewer_guard_the_path_leaks_and_with_it_nothing_does(string document, string secret)
    {
        using var open = await SeenAsync(server => server.AddGuard("allow", new OpenGuard()));
        Assert.Contains(secret, await open.TextAsync(document, AsDev), StringComparison.Ordinal);
        using var guarded = await SeenAsync(null);
        var withheld = await guarded.TextAsync(document, AsDev);
        Assert.DoesNotContain(secret, withheld, StringComparison.Ordinal);
        Assert.Contains("VIEWER_NOT_ALLOWED", withheld, StringComparison.Ordinal);
        Assert.Contains("SIGN_IN_REQUIRED", await guarded.TextAsync(document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_counts_inside_a_progress_needs_the_achievements_scope_as_well()
    {
        using var graph = new Graph().WithGwen().WithGrants(Grant(ToAdviser, [ConsentScope.Routes]));
        var answer = await graph.AskAsync(
            "{ learner(uln: \"9276308686\") { progress(qualification: \"600/8900/3\") { creditsTowards counted { credits } notCounted { reason } } } }", Reference.Adviser);
        Assert.Equal("""{"creditsTowards":3,"counted":null,"notCounted":null}""", answer["data"]!["learner"]!["progress"]!.ToJsonString());
        Assert.All(answer["errors"]!.AsArray(), error => Assert.Equal("QUALIFICATION_ACHIEVEMENTS", (string?)error!["extensions"]!["scope"]));
    }

    [Fact]
    public async Task A_grantee_sees_the_grant_that_was_made_to_it()
    {
        using var graph = new Graph().WithGwen().WithGrants(Grant(ToAdviser, [ConsentScope.Routes]));
        var answer = await graph.AskAsync("{ learner(uln: \"9276308686\") { access { grant { purpose grantee { ... on Organisation { name } } } } } }", Reference.Adviser);
        Assert.Null(answer["errors"]);
        Assert.Equal("advice", (string?)answer["data"]!["learner"]!["access"]![4]!["grant"]!["purpose"]);
    }

    private static async Task<Graph> SeenAsync(Action<GraphQLServerBuilder>? configure)
    {
        var graph = new Graph(configure).WithGwen().WithGrants(Grant(ToAdviser, [ConsentScope.Identity]));
        await graph.TextAsync("query Seen { learner(uln: \"9276308686\") { name { given } } }", Reference.Adviser);
        return graph;
    }

    private sealed class OpenGuard : FieldGuard
    {
        public override ValueTask DecideAsync(GuardContext context) => ValueTask.CompletedTask;
    }
}
