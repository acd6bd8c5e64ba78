using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Domain.Routes;

namespace Plr.Subgraphs.Tests.Support;

internal sealed class InMemorySnapshot(RecordState state, InMemoryRecordStore store) : IRecordSnapshot
{
    public ValueTask<IReadOnlyDictionary<Uln, Learner>> LearnersAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByLearner(ulns, uln => state.Learners[uln]);

    public ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> AccessAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByLearner(ulns, uln => new LearnerAccess(state.Learners[uln], [.. state.Grants.Where(grant => grant.Learner == uln).Reverse()]));

    public async ValueTask<RecordRead> AccessWithAchievementsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken)
    {
        var access = await AccessAsync(ulns, cancellationToken);
        var read = new RecordRead(access, await QualificationAchievementsAsync(ulns, cancellationToken));
        Interlocked.Decrement(ref store.Reads); // Both in one round trip.
        return read;
    }

    public ValueTask<IReadOnlyDictionary<Uln, LearnerIdentity>> IdentitiesAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByLearner(ulns, uln => state.Identities.GetValueOrDefault(uln));

    public ValueTask<IReadOnlyDictionary<Uln, ContactDetails>> ContactsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByLearner(ulns, uln => state.Contacts.GetValueOrDefault(uln));

    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<Achievement>>> QualificationAchievementsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByLearner(ulns, IReadOnlyList<Achievement>? (uln) => Of(uln, achievement => achievement is not WiderAchievement));

    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<WiderAchievement>>> WiderAchievementsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        ByLearner(ulns, IReadOnlyList<WiderAchievement>? (uln) => [.. Of(uln, achievement => achievement is WiderAchievement).Cast<WiderAchievement>()]);

    public ValueTask<IReadOnlyDictionary<AchievementId, Achievement>> AchievementsAsync(IReadOnlyCollection<AchievementId> ids, CancellationToken cancellationToken) =>
        Answer<AchievementId, Achievement>(state.Latest().Where(achievement => ids.Contains(achievement.Id)).ToDictionary(achievement => achievement.Id));

    public ValueTask<IReadOnlyDictionary<AchievementId, IReadOnlyList<Achievement>>> HistoriesAsync(IReadOnlyCollection<AchievementId> ids, CancellationToken cancellationToken) =>
        Answer(state.Versions.Where(version => ids.Contains(version.Id)).GroupBy(version => version.Id)
            .ToDictionary(versions => versions.Key, IReadOnlyList<Achievement> (versions) => [.. versions.OrderBy(version => version.Version)]));

    public ValueTask<IReadOnlyDictionary<GrantId, PermissionGrant>> GrantsAsync(IReadOnlyCollection<GrantId> ids, CancellationToken cancellationToken) =>
        Answer<GrantId, PermissionGrant>(state.Grants.Where(grant => ids.Contains(grant.Id)).ToDictionary(grant => grant.Id));

    public ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<SavedRouteQuery>>> RouteQueriesAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken) =>
        Answer(state.RouteQueries.Where(query => ulns.Contains(query.Learner)).GroupBy(query => query.Learner)
            .ToDictionary(queries => queries.Key, IReadOnlyList<SavedRouteQuery> (queries) => [.. queries.OrderBy(query => query.Name, StringComparer.Ordinal)]));

    public ValueTask<IReadOnlyList<Disclosure>> DisclosuresAsync(Uln uln, int first, (DateTimeOffset At, Guid Id)? after, CancellationToken cancellationToken)
    {
        Count();
        return ValueTask.FromResult<IReadOnlyList<Disclosure>>(
        [
            .. state.Disclosures.Where(entry => entry.Learner == uln)
                .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
                .SkipWhile(entry => after is not null && entry.Id != after.Value.Id).Skip(after is null ? 0 : 1)
                .Take(first),
        ]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<Achievement> Of(Uln uln, Func<Achievement, bool> kind) =>
        [.. state.Latest().Where(achievement => achievement.Learner == uln && kind(achievement)).OrderByDescending(achievement => achievement.AwardedOn).ThenBy(achievement => achievement.Id.Value)];

    private ValueTask<IReadOnlyDictionary<Uln, T>> ByLearner<T>(IReadOnlyCollection<Uln> ulns, Func<Uln, T?> read)
        where T : class
    {
        Dictionary<Uln, T> found = [];
        foreach (var asked in ulns)
        {
            if (state.Current(asked) is { } current && read(current) is { } value)
            {
                found.Add(asked, value);
            }
        }

        return Answer(found);
    }

    private ValueTask<IReadOnlyDictionary<TKey, TValue>> Answer<TKey, TValue>(Dictionary<TKey, TValue> found)
        where TKey : notnull
    {
        Count();
        return ValueTask.FromResult<IReadOnlyDictionary<TKey, TValue>>(found);
    }

    private void Count()
    {
        store.ThrowIfUnavailable();
        Interlocked.Increment(ref store.Reads);
    }
}
