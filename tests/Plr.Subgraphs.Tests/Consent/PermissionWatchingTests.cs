using System.Text.Json.Nodes;
using Plr.Consent.Viewers;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Subgraphs.Tests.Support;
using static Plr.Subgraphs.Tests.Support.Learners;

namespace Plr.Subgraphs.Tests.Consent;

/// <summary>A learner watches what they permit, and nobody else does.</summary>
public sealed class PermissionWatchingTests : IDisposable
{
    private const string Document = "subscription P($uln: Uln!) { permissionChanged(uln: $uln) { purpose state } }";
    private static readonly Viewer Adviser = new Viewer.OrganisationViewer(Reference.Careers, OrganisationKind.CareersAdviser, "Jo");
    private static readonly RecordChange Changed = new(RecordChangeKind.PermissionChanged);
    private readonly Graph graph = new Graph().WithGwen();

    [Fact]
    public async Task A_grant_that_is_made_and_one_that_is_taken_back_are_told()
    {
        var grant = Grant(ToAdviser, [ConsentScope.Routes]);
        await using var watch = Watch(AsGwen, Gwen);
        var next = await BeginAsync(watch);
        await graph.Store.GrantAsync(grant, default);
        graph.Changes.Announce(Gwen, Changed);
        Assert.Equal("advice ACTIVE", await TextAsync(watch, next));

        next = watch.MoveNextAsync().AsTask();
        await graph.Store.RevokeAsync(Gwen, grant.Id, graph.Clock.Now, default);
        graph.Changes.Announce(Gwen, Changed);
        Assert.Equal("advice REVOKED", await TextAsync(watch, next));
        Assert.Empty(graph.Store.Log); // One's own record.
    }

    [Fact] // Announcements may come twice; the same change is told once, and what stood before is no change.
    public async Task A_change_is_told_once_however_often_it_is_announced()
    {
        graph.WithGrants(Grant(ToAdviser, [ConsentScope.Routes], key: 1));
        await using var watch = Watch(AsGwen, Gwen);
        var next = await BeginAsync(watch);
        graph.Changes.Announce(Gwen, Changed);
        graph.Changes.Announce(Gwen, Changed);
        await graph.Store.GrantAsync(Grant(ToAdviser, [ConsentScope.Identity], fromDays: 1, key: 2), default);
        graph.Changes.Announce(Gwen, Changed);
        Assert.Equal("advice FUTURE", await TextAsync(watch, next));
    }

    [Fact] // Announcements may be lost; what they would have told is told when somebody says so.
    public async Task What_was_missed_is_told_later()
    {
        await using var watch = Watch(AsGwen, Gwen);
        var next = await BeginAsync(watch);
        await graph.Store.GrantAsync(Grant(ToAdviser, [ConsentScope.Routes], key: 1), default);
        await graph.Store.GrantAsync(Grant(ToAdviser, [ConsentScope.Routes], fromDays: 1, key: 2), default);
        graph.Changes.Announce(Gwen, new RecordChange(RecordChangeKind.AchievementRecorded, new AchievementId(Guid.NewGuid())));
        Assert.False(next.IsCompleted); // An achievement is another matter.
        graph.Changes.Announce(Gwen, new RecordChange(RecordChangeKind.Missed));
        string[] told = [await TextAsync(watch, next), await TextAsync(watch, watch.MoveNextAsync().AsTask())];
        Assert.Equal(["advice ACTIVE", "advice FUTURE"], told.Order(StringComparer.Ordinal));
    }

    [Theory] // Whose number it is, and whether it is anyone's, is told to nobody.
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_s_permissions_and_nobody_s_are_refused_alike(bool isKnown)
    {
        graph.WithGrants(Grant(ToAdviser, [.. Enum.GetValues<ConsentScope>()]));
        foreach (var viewer in new[] { Adviser, AsDev })
        {
            await using var watch = Watch(viewer, isKnown ? Gwen : Nobody);
            Assert.True(await watch.MoveNextAsync());
            Assert.Equal("VIEWER_NOT_ALLOWED", Code(watch.Current));
            Assert.False(await watch.MoveNextAsync());
        }

        Assert.Equal(0, graph.Changes.Watchers);
    }

    [Fact]
    public async Task Without_a_token_it_asks_for_one()
    {
        await using var watch = Watch(Viewer.Anonymous, Gwen);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("SIGN_IN_REQUIRED", Code(watch.Current));
    }

    public void Dispose() => graph.Dispose();

    private IAsyncEnumerator<string> Watch(Viewer viewer, Uln learner) =>
        graph.WatchAsync(Document, viewer, new { uln = learner.ToDigits() }).GetAsyncEnumerator();

    // Asks for the next event, and returns once what stood before was read: a snapshot before it watches, and one after.
    private async Task<Task<bool>> BeginAsync(IAsyncEnumerator<string> watch)
    {
        var before = graph.Store.Snapshots;
        var next = watch.MoveNextAsync().AsTask();
        for (var tries = 0; (graph.Changes.Watchers == 0 || graph.Store.Snapshots < before + 2) && tries < 500; tries++)
        {
            await Task.Delay(10);
        }

        Assert.Equal((1, before + 2), (graph.Changes.Watchers, graph.Store.Snapshots));
        return next;
    }

    private static async Task<string> TextAsync(IAsyncEnumerator<string> watch, Task<bool> next)
    {
        Assert.True(await next);
        var grant = JsonNode.Parse(watch.Current)!["data"]!["permissionChanged"]!;
        return $"{grant["purpose"]} {grant["state"]}";
    }

    private static string? Code(string response) => JsonNode.Parse(response)!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();
}
