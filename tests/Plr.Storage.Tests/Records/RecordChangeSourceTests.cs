using System.Collections.Frozen;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Storage.Records;
using Plr.Testing;

namespace Plr.Storage.Tests.Records;

/// <summary>Changes as PostgreSQL announces them: with the commit, to every process, to whoever watches that record.</summary>
public sealed class RecordChangeSourceTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero);
    private static int registered;
    private readonly PlrDatabase database = new(postgres.ConnectionString);
    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
    private RecordChangeSource source = null!; // Made before each test.

    public async Task InitializeAsync()
    {
        source = new RecordChangeSource(database);
        await using var ready = source.Watch(Uln.Parse("9276308686").Value, patience.Token).GetAsyncEnumerator();
        Assert.Equal(RecordChangeKind.Missed, await NextAsync(ready)); // Told once it listens.
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await database.DisposeAsync();
        patience.Dispose();
    }

    [Fact]
    public async Task A_recorded_achievement_is_announced_and_one_that_changes_nothing_is_not()
    {
        var learner = await RegisterAsync();
        await using var watch = source.Watch(learner, patience.Token).GetAsyncEnumerator();
        var item = Item(learner);
        var recorded = (await SubmitAsync(item)).Achievement!;
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(new RecordChange(RecordChangeKind.AchievementRecorded, recorded.Id), watch.Current);

        await SubmitAsync(item);
        await SubmitAsync(item with { FamilyName = "Another" });
        await database.Records.GrantAsync(Grant(learner), default);
        Assert.Equal(RecordChangeKind.PermissionChanged, await NextAsync(watch));
    }

    [Fact]
    public async Task A_grant_is_announced_when_it_is_made_and_when_it_is_taken_back()
    {
        var learner = await RegisterAsync();
        await using var watch = source.Watch(learner, patience.Token).GetAsyncEnumerator();
        var grant = Grant(learner);
        await database.Records.GrantAsync(grant, default);
        Assert.Equal(RecordChangeKind.PermissionChanged, await NextAsync(watch));
        await database.Records.RevokeAsync(learner, grant.Id, Now, default);
        Assert.Equal(RecordChangeKind.PermissionChanged, await NextAsync(watch));
        await database.Records.RevokeAsync(learner, grant.Id, Now, default); // Nothing to do, so nothing to tell.
        await SubmitAsync(Item(learner));
        Assert.Equal(RecordChangeKind.AchievementRecorded, await NextAsync(watch));
    }

    [Fact]
    public async Task Nobody_is_told_of_another_record_and_whoever_leaves_is_forgotten()
    {
        var before = source.Watchers;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
        var (watched, other) = (await RegisterAsync(), await RegisterAsync());
        await using var watch = source.Watch(watched, leaving.Token).GetAsyncEnumerator();
        Assert.Equal(before + 1, source.Watchers);
        await SubmitAsync(Item(other));
        await database.Records.GrantAsync(Grant(watched), default);
        Assert.Equal(RecordChangeKind.PermissionChanged, await NextAsync(watch));
        await leaving.CancelAsync();
        Assert.Equal(before, source.Watchers);
    }

    [Fact] // The listener's connection is killed: a revocation in between must not go unnoticed.
    public async Task When_the_connection_was_lost_every_watcher_is_told_to_look_again()
    {
        var learner = await RegisterAsync();
        await using var watch = source.Watch(learner, patience.Token).GetAsyncEnumerator();
        await using (var kill = postgres.DataSource.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN plr_records%'"))
        {
            await kill.ExecuteNonQueryAsync();
        }

        Assert.Equal(RecordChangeKind.Missed, await NextAsync(watch));
        await SubmitAsync(Item(learner));
        Assert.Equal(RecordChangeKind.AchievementRecorded, await NextAsync(watch));
    }

    [Fact]
    public async Task A_watcher_that_does_not_keep_up_is_ended()
    {
        var learner = await RegisterAsync();
        await using var watch = source.Watch(learner, patience.Token).GetAsyncEnumerator();
        await using (var flood = postgres.DataSource.CreateCommand(
            $"SELECT pg_notify('plr_records', '{learner.Value}:' || replace(gen_random_uuid()::text, '-', '')) FROM generate_series(1, 1000)"))
        {
            await flood.ExecuteNonQueryAsync();
        }

        // Announcements come in order: once this one is there, all of the flood is.
        var other = await RegisterAsync();
        await using var after = source.Watch(other, patience.Token).GetAsyncEnumerator();
        await database.Records.GrantAsync(Grant(other), default);
        Assert.Equal(RecordChangeKind.PermissionChanged, await NextAsync(after));
        var read = 0;
        while (await watch.MoveNextAsync())
        {
            read++;
        }

        Assert.Equal(256, read);
    }

    private static async Task<RecordChangeKind> NextAsync(IAsyncEnumerator<RecordChange> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return watch.Current.Kind;
    }

    private async Task<Uln> RegisterAsync()
    {
        var registration = new LearnerRegistration(
            PersonName.Parse("Ada", "Hughes", null).Value, new DateOnly(2001, 1, 1).AddDays(Interlocked.Increment(ref registered)), Gender.Female,
            "CF10 1AA", null, Language.Welsh, PrivacyNotice.SeenShares, null);
        return (await database.Records.RegisterLearnerAsync(registration, Now, default)).Value.Uln;
    }

    private async Task<ItemResult> SubmitAsync(AchievementItem item) =>
        (await database.Records.SubmitAsync(new OrganisationId("RN5000"), [item], Now, default))[0];

    private static AchievementItem Item(Uln learner) => new(
        learner, "Hughes", UnitNumber.Parse("M/504/7527").Value, null, new DateOnly(2025, 6, 1), "Pass", UnitRoute.DirectClaim, null, Language.English, IsFinal: true);

    private static PermissionGrant Grant(Uln learner) => new()
    {
        Id = new GrantId(Guid.NewGuid()),
        Learner = learner,
        Grantee = new Grantee.ToCategory(Domain.Organisations.OrganisationKind.CareersAdviser),
        Scopes = new[] { ConsentScope.Identity }.ToFrozenSet(),
        Effect = GrantEffect.Allow,
        Purpose = "advice",
        ValidFrom = Now.AddDays(-1),
        GrantedAt = Now.AddDays(-1),
    };
}
