using System.Runtime.CompilerServices;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.GraphQL;
using Plr.GraphQL.Execution;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>What can be watched of a record.</summary>
[SubscriptionType]
public sealed class AchievementSubscriptions(IRecordChanges changes)
{
    private const ConsentScope Scope = ConsentScope.QualificationAchievements;

    /// <summary><c>Subscription.achievementRecorded</c>: begins, and goes on, only while the scope is open to the viewer.</summary>
    /// <remarks>That something happened says something of the learner, so an event that may not be seen is not an event: the stream ends. A number
    /// that nobody has is refused as one that withholds.</remarks>
    public async ValueTask<IAsyncEnumerable<Achievement>> AchievementRecordedAsync(
        Uln uln, FieldContext context, CancellationToken cancellationToken)
    {
        await using var scope = RequestScope.Begin(context.Services);
        var learner = await DecideAsync(uln, context.Coordinate, scope.ServiceProvider, cancellationToken);
        return EventsAsync(uln, changes.Watch(learner, cancellationToken), context, cancellationToken);
    }

    private static async IAsyncEnumerable<Achievement> EventsAsync(
        Uln uln, IAsyncEnumerable<RecordChange> watched, FieldContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var change in watched.WithCancellation(cancellationToken))
        {
            // Decision and data of one snapshot; what is answered is decided once more, and logged, where the event is executed.
            await using var scope = RequestScope.Begin(context.Services);
            await DecideAsync(uln, context.Coordinate, scope.ServiceProvider, cancellationToken);
            if (change.Achievement is { } id
                && (await scope.ServiceProvider.Get<RecordSession>().AchievementsAsync([id], cancellationToken)).GetValueOrDefault(id) is { } recorded)
            {
                yield return recorded;
            }
        }
    }

    // The number the record is kept under.
    private static async ValueTask<Uln> DecideAsync(
        Uln uln, string coordinate, IServiceProvider services, CancellationToken cancellationToken)
    {
        var access = services.Get<RecordAccess>();
        var learner = (await access.LoadAsync([uln], cancellationToken)).GetValueOrDefault(uln);
        return learner is not null && access.Decide(learner, Scope).IsAllowed
            ? learner.Learner.Uln
            : throw new GraphQLException(Withheld.ForConsent(coordinate, access.Tell(learner, Scope), access.Viewer));
    }
}
