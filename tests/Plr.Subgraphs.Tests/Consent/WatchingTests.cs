using System.Text.Json.Nodes;
using Plr.Consent.Viewers;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

/// <summary>Consent decides when a subscription begins, and again at every change.</summary>
public sealed class WatchingTests : IDisposable
{
    private const string Document = """
        subscription W($uln: Uln!) { achievementRecorded(uln: $uln) { __typename ... on UnitAchievement { unit { number } awardedOn } } }
        """;

    private static readonly Viewer Adviser = new Viewer.OrganisationViewer(Reference.Careers, OrganisationKind.CareersAdviser, "Jo");
    private static readonly RecordChange Recorded = new(RecordChangeKind.AchievementRecorded, First);
    private readonly Graph graph = new Graph().WithGwen();

    private static AchievementId First => Unit(Gwen, Reference.Planning, Reference.Laser, 1).Id;

    [Fact]
    public async Task What_is_recorded_comes_to_whoever_may_see_it_and_is_logged_for_each_event()
    {
        graph.WithGrants(Grant(ToAdviser, [ConsentScope.QualificationAchievements]));
        await using var watch = Watch(Adviser, Gwen);
        Assert.Equal("UnitAchievement", await NextAsync(watch, Recorded));
        Assert.Equal("UnitAchievement", await NextAsync(watch, Recorded));
        Assert.Equal(2, graph.Store.Log.Count);
        Assert.All(graph.Store.Log, entry => Assert.Equal("W", entry.Operation));
    }

    [Fact]
    public async Task The_learner_watches_their_own_record()
    {
        await using var watch = Watch(AsGwen, Gwen);
        Assert.Equal("UnitAchievement", await NextAsync(watch, Recorded));
        Assert.Empty(graph.Store.Log);
    }

    [Theory] // Whoever withholds, whoever is not registered: one answer.
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_consent_it_does_not_begin(bool isKnown)
    {
        await using var watch = Watch(Adviser, isKnown ? Gwen : Nobody);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("CONSENT_REQUIRED", Code(watch.Current));
        Assert.Equal(0, graph.Changes.Watchers);
    }

    [Fact] // The number of changes after it is not told either.
    public async Task A_grant_that_is_taken_back_ends_it_at_once_and_nothing_comes_after()
    {
        var grant = Grant(ToAdviser, [ConsentScope.QualificationAchievements]);
        graph.WithGrants(grant);
        await using var watch = Watch(Adviser, Gwen);
        Assert.Equal("UnitAchievement", await NextAsync(watch, Recorded));
        await graph.Store.RevokeAsync(Gwen, grant.Id, graph.Clock.Now, default);
        var next = watch.MoveNextAsync();
        graph.Changes.Announce(Gwen, new RecordChange(RecordChangeKind.PermissionChanged));
        graph.Changes.Announce(Gwen, Recorded);
        Assert.True(await next);
        Assert.Equal("CONSENT_REQUIRED", Code(watch.Current));
        Assert.DoesNotContain("\"data\"", watch.Current, StringComparison.Ordinal);
        Assert.False(await watch.MoveNextAsync());
        Assert.Equal(0, graph.Changes.Watchers);
    }

    [Fact] // Announcements can be lost; a decision never is.
    public async Task A_revocation_that_was_not_announced_is_noticed_at_the_next_change()
    {
        var grant = Grant(ToAdviser, [ConsentScope.QualificationAchievements]);
        graph.WithGrants(grant);
        await using var watch = Watch(Adviser, Gwen);
        Assert.Equal("UnitAchievement", await NextAsync(watch, Recorded));
        await graph.Store.RevokeAsync(Gwen, grant.Id, graph.Clock.Now, default);
        var logged = graph.Store.Log.Count;
        var next = watch.MoveNextAsync();
        graph.Changes.Announce(Gwen, Recorded);
        Assert.True(await next);
        Assert.Equal("CONSENT_REQUIRED", Code(watch.Current));
        Assert.Equal(logged, graph.Store.Log.Count);
    }

    [Fact]
    public async Task Between_two_events_no_snapshot_is_held_open()
    {
        graph.WithGrants(Grant(ToAdviser, [ConsentScope.QualificationAchievements]));
        await using var watch = Watch(Adviser, Gwen);
        await NextAsync(watch, Recorded);
        var before = graph.Store.Snapshots;
        await NextAsync(watch, Recorded);
        Assert.Equal(before + 2, graph.Store.Snapshots); // One to decide whether it is an event, one that the event is answered from.
    }

    public void Dispose() => graph.Dispose();

    private IAsyncEnumerator<string> Watch(Viewer viewer, Uln learner) =>
        graph.WatchAsync(Document, viewer, new { uln = learner.ToDigits() }).GetAsyncEnumerator();

    private async Task<string?> NextAsync(IAsyncEnumerator<string> watch, RecordChange change)
    {
        var next = watch.MoveNextAsync();
        for (var tries = 0; graph.Changes.Watchers == 0 && tries < 500; tries++)
        {
            await Task.Delay(10);
        }

        graph.Changes.Announce(Gwen, change);
        Assert.True(await next);
        return JsonNode.Parse(watch.Current)?["data"]?["achievementRecorded"]?["__typename"]?.GetValue<string>();
    }

    private static string? Code(string response) => JsonNode.Parse(response)!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();
}
