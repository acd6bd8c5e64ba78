using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Routes;

namespace Plr.Domain.Records;

/// <summary>The records as they stood at one moment. Each read takes a set of keys and makes one round trip.</summary>
/// <remarks>
/// A missing key is absent from the result. A number that was merged away finds the record of the learner it was merged into, under the number
/// asked for. Not for two threads at once. Disposing it gives the connection back.
/// </remarks>
public interface IRecordSnapshot : IAsyncDisposable
{
    /// <summary>Learners by number.</summary>
    ValueTask<IReadOnlyDictionary<Uln, Learner>> LearnersAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>Learners together with all their grants, in one round trip: what deciding about access needs.</summary>
    /// <remarks>Keys are the numbers asked for, linked ones included.</remarks>
    ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> AccessAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>The same together with qualification achievements, still in one round trip: for scopes that are answered from these.</summary>
    ValueTask<RecordRead> AccessWithAchievementsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>Identities by number.</summary>
    ValueTask<IReadOnlyDictionary<Uln, LearnerIdentity>> IdentitiesAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>Contact details by number.</summary>
    ValueTask<IReadOnlyDictionary<Uln, ContactDetails>> ContactsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>Unit and qualification achievements at their latest version, newest award first, then by key. A learner without any is absent.</summary>
    /// <remarks>Those awarded under an older number of the learner's are among them.</remarks>
    ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<Achievement>>> QualificationAchievementsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>Wider achievements at their latest version, newest award first, then by key. A learner without any is absent.</summary>
    /// <remarks>Those awarded under an older number of the learner's are among them.</remarks>
    ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<WiderAchievement>>> WiderAchievementsAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>Achievements of any kind by key, at their latest version.</summary>
    ValueTask<IReadOnlyDictionary<AchievementId, Achievement>> AchievementsAsync(IReadOnlyCollection<AchievementId> ids, CancellationToken cancellationToken);

    /// <summary>All versions of achievements by key, oldest first.</summary>
    ValueTask<IReadOnlyDictionary<AchievementId, IReadOnlyList<Achievement>>> HistoriesAsync(IReadOnlyCollection<AchievementId> ids, CancellationToken cancellationToken);

    /// <summary>Grants by key.</summary>
    ValueTask<IReadOnlyDictionary<GrantId, PermissionGrant>> GrantsAsync(IReadOnlyCollection<GrantId> ids, CancellationToken cancellationToken);

    /// <summary>Saved route queries by number, by name. A learner without any is absent.</summary>
    ValueTask<IReadOnlyDictionary<Uln, IReadOnlyList<SavedRouteQuery>>> RouteQueriesAsync(IReadOnlyCollection<Uln> ulns, CancellationToken cancellationToken);

    /// <summary>A learner's disclosures, newest first, then by key; those after <paramref name="after"/> when given.</summary>
    ValueTask<IReadOnlyList<Disclosure>> DisclosuresAsync(Uln uln, int first, (DateTimeOffset At, Guid Id)? after, CancellationToken cancellationToken);
}
