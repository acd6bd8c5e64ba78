using Npgsql;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Domain.Routes;
using Plr.Storage.Routes;

namespace Plr.Storage.Records;

/// <summary>One connection in one read-only, repeatable-read transaction: every read sees the same moment.</summary>
/// <remarks>The moment is that of the first read. Straight on Npgsql, prepared: these are the reads of every request.</remarks>
internal sealed class RecordSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction) : IRecordSnapshot
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Uln, Learner>> LearnersAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByKeyAsync(RecordQueries.Learners, Digits(ulns), row => (row.Uln(0), RecordRows.Learner(row)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> AccessAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync(async () =>
        {
            await using var batch = AccessBatch(Digits(ulns));
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            return await AccessAsync(rows, cancellationToken);
        });

    /// <inheritdoc/>
    public ValueTask<RecordRead> AccessWithAchievementsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync(async () =>
        {
            var keys = Digits(ulns);
            await using var batch = AccessBatch(keys);
            batch.BatchCommands.Add(Command(RecordQueries.QualificationAchievements, keys));
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            var access = await AccessAsync(rows, cancellationToken);
            await rows.NextResultAsync(cancellationToken);
            return new RecordRead(access, await ListsAsync(rows, QualificationAchievement, cancellationToken));
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Uln, LearnerIdentity>> IdentitiesAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByKeyAsync(RecordQueries.Identities, Digits(ulns), row => (row.Uln(RecordRows.IdentityColumns), RecordRows.Identity(row)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Uln, ContactDetails>> ContactsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByKeyAsync(RecordQueries.Contacts, Digits(ulns), row => (row.Uln(RecordRows.ContactColumns), RecordRows.Contact(row)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<Achievement>>> QualificationAchievementsAsync(
        IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ListsByKeyAsync(RecordQueries.QualificationAchievements, Digits(ulns), QualificationAchievement, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<WiderAchievement>>> WiderAchievementsAsync(
        IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ListsByKeyAsync(RecordQueries.WiderAchievements, Digits(ulns), row => (row.Uln(AchievementRows.WiderColumns), AchievementRows.Wider(row)), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<AchievementId, Achievement>> AchievementsAsync(
        IReadOnlyCollection<AchievementId> ids, CancellationToken cancellationToken)
    {
        var histories = await HistoriesAsync(ids, cancellationToken);
        return histories.ToDictionary(history => history.Key, history => history.Value[^1]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<AchievementId, IReadOnlyList<Achievement>>> HistoriesAsync(
        IReadOnlyCollection<AchievementId> ids, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync<IReadOnlyDictionary<AchievementId, IReadOnlyList<Achievement>>>(async () =>
        {
            var keys = ids.Select(id => id.Value).ToArray();
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(Command(RecordQueries.QualificationHistories, keys));
            batch.BatchCommands.Add(Command(RecordQueries.WiderHistories, keys));
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            var histories = new Dictionary<AchievementId, List<Achievement>>();
            while (await rows.ReadAsync(cancellationToken))
            {
                var version = AchievementRows.Qualification(rows);
                Listed(histories, version.Id).Add(version);
            }

            await rows.NextResultAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                var version = AchievementRows.Wider(rows);
                Listed(histories, version.Id).Add(version);
            }

            return histories.ToDictionary(history => history.Key, history => (IReadOnlyList<Achievement>)history.Value);
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<GrantId, PermissionGrant>> GrantsAsync(IReadOnlyCollection<GrantId> ids, CancellationToken cancellationToken) =>
        ByKeyAsync(
            RecordQueries.GrantsById,
            ids.Select(id => id.Value).ToArray(),
            row => (new GrantId(row.GetGuid(1)), RecordRows.Grant(row)),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<SavedRouteQuery>>> RouteQueriesAsync(
        IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ListsByKeyAsync(RecordQueries.RouteQueries, Digits(ulns), row => (row.Uln(0), RouteQueryRows.Query(row)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Disclosure>> DisclosuresAsync(
        Uln uln, int first, (DateTimeOffset At, Guid Id)? after, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync<IReadOnlyList<Disclosure>>(async () =>
        {
            await using var command = new NpgsqlCommand(after is null ? RecordQueries.Disclosures : RecordQueries.DisclosuresAfter, connection, transaction);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = uln.Value });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = first });
            if (after is { } last)
            {
                command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = last.At });
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = last.Id });
            }

            var disclosures = new List<Disclosure>();
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                disclosures.Add(RecordRows.Disclosure(rows));
            }

            return disclosures;
        });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Closing a pooled connection ends its transaction; there is nothing to keep of a read.
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private ValueTask<IReadOnlyDictionary<TKey, T>> ByKeyAsync<TKey, TParameter, T>(
        string sql, TParameter[] keys, Func<NpgsqlDataReader, (TKey Key, T Value)> read, CancellationToken cancellationToken)
        where TKey : notnull =>
        Unavailability.GuardAsync<IReadOnlyDictionary<TKey, T>>(async () =>
        {
            var found = new Dictionary<TKey, T>(keys.Length);
            await using var rows = await ReadAsync(sql, keys, cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                var (key, value) = read(rows);
                found.Add(key, value);
            }

            return found;
        });

    private ValueTask<IReadOnlyDictionary<TKey, IReadOnlyList<T>>> ListsByKeyAsync<TKey, TParameter, T>(
        string sql, TParameter[] keys, Func<NpgsqlDataReader, (TKey Key, T Value)> read, CancellationToken cancellationToken)
        where TKey : notnull =>
        Unavailability.GuardAsync(async () =>
        {
            await using var rows = await ReadAsync(sql, keys, cancellationToken);
            return await ListsAsync(rows, read, cancellationToken);
        });

    private static async ValueTask<IReadOnlyDictionary<TKey, IReadOnlyList<T>>> ListsAsync<TKey, T>(
        NpgsqlDataReader rows, Func<NpgsqlDataReader, (TKey Key, T Value)> read, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var lists = new Dictionary<TKey, List<T>>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var (key, value) = read(rows);
            Listed(lists, key).Add(value);
        }

        return lists.ToDictionary(list => list.Key, list => (IReadOnlyList<T>)list.Value);
    }

    private NpgsqlBatch AccessBatch(long[] keys)
    {
        var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Command(RecordQueries.Learners, keys));
        batch.BatchCommands.Add(Command(RecordQueries.GrantsByLearner, keys));
        return batch;
    }

    /// <summary>The first two results of <see cref="AccessBatch"/>.</summary>
    private static async ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> AccessAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var learners = new List<(Uln Asked, Learner Learner)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            learners.Add((rows.Uln(0), RecordRows.Learner(rows)));
        }

        await rows.NextResultAsync(cancellationToken);
        var grants = new Dictionary<Uln, List<PermissionGrant>>();
        while (await rows.ReadAsync(cancellationToken))
        {
            Listed(grants, rows.Uln(0)).Add(RecordRows.Grant(rows));
        }

        return learners.ToDictionary(
            found => found.Asked,
            found => new LearnerAccess(found.Learner, grants.GetValueOrDefault(found.Learner.Uln) ?? []));
    }

    private static (Uln Asked, Achievement Achievement) QualificationAchievement(NpgsqlDataReader row) =>
        (row.Uln(AchievementRows.QualificationColumns), AchievementRows.Qualification(row));

    private async ValueTask<NpgsqlDataReader> ReadAsync<TParameter>(string sql, TParameter[] keys, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<TParameter[]> { TypedValue = keys });
        return await command.ExecuteReaderAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Command<TParameter>(string sql, TParameter[] keys) =>
        new(sql) { Parameters = { new NpgsqlParameter<TParameter[]> { TypedValue = keys } } };

    private static List<T> Listed<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    private static long[] Digits(IReadOnlyCollection<Uln> ulns) => ulns.Select(uln => uln.Value).Distinct().ToArray();
}
