using System.Data;
using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Domain.Routes;
using Plr.Storage.Achievements;
using Plr.Storage.Learners;
using Plr.Storage.Permissions;
using Plr.Storage.Routes;

namespace Plr.Storage.Records;

/// <summary>The records on PostgreSQL. Each write is one transaction, kept beside the table it writes.</summary>
internal sealed class RecordStore(PlrDatabase database) : IRecordStore
{
    /// <inheritdoc/>
    public ValueTask<IRecordSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken) =>
        Unavailability.GuardAsync<IRecordSnapshot>(async () =>
        {
            var connection = await database.Reading.OpenConnectionAsync(cancellationToken);
            return new RecordSnapshot(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken));
        });

    /// <inheritdoc/>
    public ValueTask<Result<Learner>> RegisterLearnerAsync(LearnerRegistration registration, DateTimeOffset now, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync(() => LearnerWriter.RegisterAsync(database, registration, now, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask GrantAsync(PermissionGrant grant, CancellationToken cancellationToken) =>
        await Unavailability.GuardAsync(() => GrantWriter.AddAsync(database, grant, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<Result<PermissionGrant>> RevokeAsync(Uln learner, GrantId grant, DateTimeOffset now, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync(() => GrantWriter.RevokeAsync(database, learner, grant, now, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ItemResult>> SubmitAsync(
        OrganisationId awardingOrganisation, IReadOnlyList<AchievementItem> items, DateTimeOffset now, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync(() => new AchievementWriter(database, awardingOrganisation, now).SubmitAsync(items, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<Result<SavedRouteQuery>> SaveRouteQueryAsync(SavedRouteQuery query, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync(() => RouteQueryWriter.SaveAsync(database, query, cancellationToken));

    /// <inheritdoc/>
    public ValueTask<Result<SavedRouteQuery>> DeleteRouteQueryAsync(Uln learner, RouteQueryId query, CancellationToken cancellationToken) =>
        Unavailability.GuardAsync(() => RouteQueryWriter.DeleteAsync(database, learner, query, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask AppendDisclosuresAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken) =>
        await Unavailability.GuardAsync(async () =>
        {
            await database.Disclosures.AppendAsync(disclosures, cancellationToken);
            return true;
        });
}
