using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Domain.Routes;

namespace Plr.Subgraphs.Records;

/// <summary>The records as one request sees them: one snapshot, and what was read from it. Scoped.</summary>
/// <remarks>
/// The decision and the data come from the same snapshot, so a revoked grant can not be outrun. What was read once is not read again. After a
/// write the rest of the request sees it. A database that does not answer ends the request: <see cref="RecordStoreUnavailableException"/>.
/// </remarks>
public sealed class RecordSession(IRecordStore store) : IAsyncDisposable
{
    // A snapshot is not for two threads at once, and resolvers of one stage run side by side.
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ReadCache<Uln, LearnerAccess> access = new((snapshot, keys, token) => snapshot.AccessAsync(keys, token));
    private readonly ReadCache<Uln, LearnerIdentity> identities = new((snapshot, keys, token) => snapshot.IdentitiesAsync(keys, token));
    private readonly ReadCache<Uln, ContactDetails> contacts = new((snapshot, keys, token) => snapshot.ContactsAsync(keys, token));
    private readonly ReadCache<Uln, IReadOnlyList<Achievement>> achievements = new((snapshot, keys, token) => snapshot.QualificationAchievementsAsync(keys, token));
    private readonly ReadCache<Uln, IReadOnlyList<WiderAchievement>> widerAchievements = new((snapshot, keys, token) => snapshot.WiderAchievementsAsync(keys, token));
    private readonly ReadCache<AchievementId, Achievement> achievementsById = new((snapshot, keys, token) => snapshot.AchievementsAsync(keys, token));
    private readonly ReadCache<AchievementId, IReadOnlyList<Achievement>> histories = new((snapshot, keys, token) => snapshot.HistoriesAsync(keys, token));
    private readonly ReadCache<GrantId, PermissionGrant> grants = new((snapshot, keys, token) => snapshot.GrantsAsync(keys, token));
    private readonly ReadCache<Uln, IReadOnlyList<SavedRouteQuery>> routeQueries = new((snapshot, keys, token) => snapshot.RouteQueriesAsync(keys, token));
    private IRecordSnapshot? snapshot;

    /// <summary>Learners with their grants, by the numbers asked for.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> AccessAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        ReadAsync(access, ulns, cancellationToken);

    /// <summary>The same, where achievements will be asked for if the decision allows it: both come from one round trip.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> AccessBeforeAchievementsAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                var missing = access.Missing(ulns);
                if (missing.Count > 0)
                {
                    snapshot ??= await store.OpenSnapshotAsync(cancellationToken);
                    var read = await snapshot.AccessWithAchievementsAsync(missing, cancellationToken);
                    access.Fill(missing, read.Access);
                    achievements.Fill(missing, read.Achievements);
                }

                return access.Found;
            },
            cancellationToken);

    /// <summary>Identities, by the numbers asked for.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, LearnerIdentity>> IdentitiesAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        ReadAsync(identities, ulns, cancellationToken);

    /// <summary>Contact details, by the numbers asked for.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, ContactDetails>> ContactsAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        ReadAsync(contacts, ulns, cancellationToken);

    /// <summary>Unit and qualification achievements, newest award first, by the numbers asked for.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<Achievement>>> AchievementsAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        ReadAsync(achievements, ulns, cancellationToken);

    /// <summary>Wider achievements, newest award first, by the numbers asked for.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<WiderAchievement>>> WiderAchievementsAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        ReadAsync(widerAchievements, ulns, cancellationToken);

    /// <summary>Achievements of any kind by key.</summary>
    public ValueTask<IReadOnlyDictionary<AchievementId, Achievement>> AchievementsAsync(IEnumerable<AchievementId> ids, CancellationToken cancellationToken) =>
        ReadAsync(achievementsById, ids, cancellationToken);

    /// <summary>All versions of achievements, oldest first, by key.</summary>
    public ValueTask<IReadOnlyDictionary<AchievementId, IReadOnlyList<Achievement>>> HistoriesAsync(IEnumerable<AchievementId> ids, CancellationToken cancellationToken) =>
        ReadAsync(histories, ids, cancellationToken);

    /// <summary>Grants by key.</summary>
    public ValueTask<IReadOnlyDictionary<GrantId, PermissionGrant>> GrantsAsync(IEnumerable<GrantId> ids, CancellationToken cancellationToken) =>
        ReadAsync(grants, ids, cancellationToken);

    /// <summary>Saved route queries, by the number each record is kept under.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<SavedRouteQuery>>> RouteQueriesAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        ReadAsync(routeQueries, ulns, cancellationToken);

    /// <summary>A learner's disclosures, newest first.</summary>
    public ValueTask<IReadOnlyList<Disclosure>> DisclosuresAsync(
        Uln uln, int first, (DateTimeOffset At, Guid Id)? after, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                snapshot ??= await store.OpenSnapshotAsync(cancellationToken);
                return await snapshot.DisclosuresAsync(uln, first, after, cancellationToken);
            },
            cancellationToken);

    /// <summary>Writes, and forgets what was read: the next read opens a snapshot that sees what was written.</summary>
    public ValueTask<T> WriteAsync<T>(Func<IRecordStore, ValueTask<T>> write, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                var written = await write(store);
                Forget();
                await CloseAsync();
                return written;
            },
            cancellationToken);

    /// <summary>Gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        turn.Dispose();
    }

    private ValueTask<IReadOnlyDictionary<TKey, TValue>> ReadAsync<TKey, TValue>(
        ReadCache<TKey, TValue> cache, IEnumerable<TKey> keys, CancellationToken cancellationToken)
        where TKey : notnull =>
        InTurnAsync(
            async () =>
            {
                var missing = cache.Missing(keys);
                if (missing.Count > 0)
                {
                    snapshot ??= await store.OpenSnapshotAsync(cancellationToken);
                    await cache.FillAsync(snapshot, missing, cancellationToken);
                }

                return cache.Found;
            },
            cancellationToken);

    private async ValueTask<T> InTurnAsync<T>(Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }

    private void Forget()
    {
        access.Clear();
        identities.Clear();
        contacts.Clear();
        achievements.Clear();
        widerAchievements.Clear();
        achievementsById.Clear();
        histories.Clear();
        grants.Clear();
        routeQueries.Clear();
    }

    private async ValueTask CloseAsync()
    {
        if (snapshot is not null)
        {
            await snapshot.DisposeAsync();
            snapshot = null;
        }
    }
}
