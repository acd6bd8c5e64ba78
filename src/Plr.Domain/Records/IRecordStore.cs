using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Routes;

namespace Plr.Domain.Records;

/// <summary>The personal records. One snapshot serves one request; one write is one transaction.</summary>
/// <remarks>Every member throws <see cref="RecordStoreUnavailableException"/> when the database does not answer.</remarks>
public interface IRecordStore
{
    /// <summary>Opens one read-only snapshot: every read of it sees the same moment.</summary>
    ValueTask<IRecordSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Registers a learner under a new number.</summary>
    /// <returns>The learner, or <see cref="ErrorCodes.PossibleDuplicateLearner"/> when one of the same name, date of birth and postcode is registered.</returns>
    ValueTask<Result<Learner>> RegisterLearnerAsync(LearnerRegistration registration, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Stores a new grant.</summary>
    ValueTask GrantAsync(PermissionGrant grant, CancellationToken cancellationToken);

    /// <summary>Takes back a grant of the learner's own.</summary>
    /// <returns>The grant as it now stands, or <see cref="ErrorCodes.GrantUnknown"/> or <see cref="ErrorCodes.GrantAlreadyRevoked"/>.</returns>
    ValueTask<Result<PermissionGrant>> RevokeAsync(Uln learner, GrantId grant, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Records achievements in one transaction: an item that fails is rejected alone, the others stand.</summary>
    /// <remarks>
    /// At most <see cref="AchievementSubmission.MaxItems"/> items, each checked before against the catalogue. A learner who is unknown and one
    /// whose family name differs give the same <see cref="ErrorCodes.LearnerNotMatched"/>. The same unit or qualification of the same learner by the
    /// same awarding organisation on the same day is the same achievement: a difference makes a new version, none makes nothing.
    /// </remarks>
    /// <returns>One result an item, in order.</returns>
    ValueTask<IReadOnlyList<ItemResult>> SubmitAsync(OrganisationId awardingOrganisation, IReadOnlyList<AchievementItem> items, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps a route query. One of the same name is replaced and keeps its key.</summary>
    /// <returns>The query as it is kept, or <see cref="ErrorCodes.TooManyRouteQueries"/> past <see cref="SavedRouteQuery.MaxSavedRouteQueries"/>.</returns>
    ValueTask<Result<SavedRouteQuery>> SaveRouteQueryAsync(SavedRouteQuery query, CancellationToken cancellationToken);

    /// <summary>Deletes a route query of the learner's own.</summary>
    /// <returns>The query that is gone, or <see cref="ErrorCodes.RouteQueryUnknown"/>.</returns>
    ValueTask<Result<SavedRouteQuery>> DeleteRouteQueryAsync(Uln learner, RouteQueryId query, CancellationToken cancellationToken);

    /// <summary>Appends to the disclosure log. Durable when it returns.</summary>
    ValueTask AppendDisclosuresAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken);
}
