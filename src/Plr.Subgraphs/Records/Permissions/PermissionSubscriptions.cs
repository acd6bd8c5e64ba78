using System.Runtime.CompilerServices;
using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.GraphQL;
using Plr.GraphQL.Execution;
using Plr.Subgraphs.Records.Access;

namespace Plr.Subgraphs.Records.Permissions;

/// <summary>What a learner can watch of their own permissions.</summary>
[SubscriptionType]
public sealed class PermissionSubscriptions(IRecordChanges changes)
{
    private static readonly ViewerKind[] Kinds = [ViewerKind.Learner];

    /// <summary><c>Subscription.permissionChanged</c>: each grant that is made or taken back, once, oldest first.</summary>
    /// <remarks>For the record's own learner alone; a number that nobody has is refused as another's is. An announcement says only that something
    /// changed, and may come twice or not at all, so the grants are compared with those that were seen last.</remarks>
    public async ValueTask<IAsyncEnumerable<PermissionGrant>> PermissionChangedAsync(
        Uln uln, FieldContext context, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(uln, context, cancellationToken);
        return EventsAsync(uln, before.Grants, changes.Watch(before.Learner.Uln, cancellationToken), context, cancellationToken);
    }

    private static async IAsyncEnumerable<PermissionGrant> EventsAsync(
        Uln uln, IReadOnlyList<PermissionGrant> before, IAsyncEnumerable<RecordChange> watched, FieldContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = before.ToDictionary(grant => grant.Id, grant => grant.RevokedAt);

        // What changed after they were read and before they were watched was announced to nobody here.
        await foreach (var change in StartingWith(new RecordChange(RecordChangeKind.Missed), watched, cancellationToken))
        {
            if (change.Kind is RecordChangeKind.AchievementRecorded)
            {
                continue;
            }

            var now = await ReadAsync(uln, context, cancellationToken);
            foreach (var grant in now.Grants.Where(grant => !seen.TryGetValue(grant.Id, out var revokedAt) || revokedAt != grant.RevokedAt).OrderBy(ChangedAt).ToList())
            {
                seen[grant.Id] = grant.RevokedAt;
                yield return grant;
            }
        }
    }

    private static DateTimeOffset ChangedAt(PermissionGrant grant) => grant.RevokedAt ?? grant.GrantedAt;

    private static async IAsyncEnumerable<RecordChange> StartingWith(
        RecordChange first, IAsyncEnumerable<RecordChange> rest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return first;
        await foreach (var change in rest.WithCancellation(cancellationToken))
        {
            yield return change;
        }
    }

    // Each time in a snapshot of its own, and decided anew.
    private static async ValueTask<LearnerAccess> ReadAsync(Uln uln, FieldContext context, CancellationToken cancellationToken)
    {
        await using var scope = RequestScope.Begin(context.Services);
        var access = scope.ServiceProvider.Get<RecordAccess>();
        var learner = (await access.LoadAsync([uln], cancellationToken)).GetValueOrDefault(uln);
        return learner is not null && AllowRule.MayAsk(access.Viewer, Kinds, learner.Learner)
            ? learner
            : throw new GraphQLException(Withheld.ForViewer(context.Coordinate, ["LEARNER"], access.Viewer));
    }
}
