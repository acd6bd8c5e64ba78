using Plr.Domain;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Domain.Routes;

namespace Plr.Subgraphs.Tests.Support;

/// <summary>Records in memory: a snapshot is a copy, so that what is written later is not seen in it.</summary>
internal sealed class InMemoryRecordStore : IRecordStore
{
    private readonly Lock gate = new();
    private RecordState state = new();

    /// <summary>How many reads snapshots answered: round trips, in a database.</summary>
    public int Reads;

    /// <summary>How many snapshots were opened.</summary>
    public int Snapshots;

    /// <summary>Set, every member throws as if the database were away.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>Set, the log can not be written.</summary>
    public bool FailsToLog { get; set; }

    /// <summary>What the log holds, oldest first.</summary>
    public IReadOnlyList<Disclosure> Log
    {
        get
        {
            lock (gate)
            {
                return [.. state.Disclosures];
            }
        }
    }

    public void Add(Learner learner, LearnerIdentity identity, ContactDetails? contact = null) => Change(state =>
    {
        state.Learners[learner.Uln] = learner;
        state.Identities[learner.Uln] = identity;
        if (contact is not null)
        {
            state.Contacts[learner.Uln] = contact;
        }
    });

    public void Add(params PermissionGrant[] grants) => Change(state => state.Grants.AddRange(grants));

    public void Add(params Achievement[] achievements) => Change(state => state.Versions.AddRange(achievements));

    public ValueTask<IRecordSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Snapshots);
        lock (gate)
        {
            ThrowIfUnavailable();
            return ValueTask.FromResult<IRecordSnapshot>(new InMemorySnapshot(state.Copy(), this));
        }
    }

    public ValueTask<Result<Learner>> RegisterLearnerAsync(LearnerRegistration registration, DateTimeOffset now, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Change<Result<Learner>>(state =>
        {
            if (state.Identities.Values.Any(known => known.Name.Family == registration.Name.Family && known.DateOfBirth == registration.DateOfBirth))
            {
                return new Problem(ErrorCodes.PossibleDuplicateLearner, "a learner so like this one is registered: verify the learner first");
            }

            var learner = new Learner { Uln = Uln.Parse("1174112637").Value, PrivacyNotice = registration.PrivacyNotice, RegisteredAt = now, RegisteredBy = registration.RegisteredBy };
            state.Learners[learner.Uln] = learner;
            state.Identities[learner.Uln] = new LearnerIdentity(learner.Uln, registration.Name, registration.DateOfBirth, registration.Gender);
            state.Contacts[learner.Uln] = new ContactDetails(learner.Uln, registration.Email, null, registration.Postcode, registration.PreferredLanguage);
            return learner;
        }));

    public ValueTask GrantAsync(PermissionGrant grant, CancellationToken cancellationToken)
    {
        Change(state => state.Grants.Add(grant));
        return ValueTask.CompletedTask;
    }

    public ValueTask<Result<PermissionGrant>> RevokeAsync(Uln learner, GrantId grant, DateTimeOffset now, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Change<Result<PermissionGrant>>(state =>
        {
            var place = state.Grants.FindIndex(known => known.Id == grant && known.Learner == learner);
            if (place < 0)
            {
                return new Problem(ErrorCodes.GrantUnknown, "no grant of yours has this identifier: take it from your list of permissions");
            }

            if (state.Grants[place].RevokedAt is not null)
            {
                return new Problem(ErrorCodes.GrantAlreadyRevoked, "this grant was revoked before: nothing is to be done");
            }

            return state.Grants[place] = Graph.Revoked(state.Grants[place], now);
        }));

    public ValueTask<IReadOnlyList<ItemResult>> SubmitAsync(
        OrganisationId awardingOrganisation, IReadOnlyList<AchievementItem> items, DateTimeOffset now, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Change<IReadOnlyList<ItemResult>>(state => [.. items.Select((item, index) => state.Submit(awardingOrganisation, item, index, now))]));

    public ValueTask<Result<SavedRouteQuery>> SaveRouteQueryAsync(SavedRouteQuery query, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Change(state => state.Save(query)));

    public ValueTask<Result<SavedRouteQuery>> DeleteRouteQueryAsync(Uln learner, RouteQueryId query, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Change(state => state.Delete(learner, query)));

    public ValueTask AppendDisclosuresAsync(IReadOnlyList<Disclosure> disclosures, CancellationToken cancellationToken)
    {
        if (FailsToLog)
        {
            throw new RecordStoreUnavailableException(new InvalidOperationException("away"));
        }

        Change(state => state.Disclosures.AddRange(disclosures));
        return ValueTask.CompletedTask;
    }

    public void ThrowIfUnavailable()
    {
        if (IsUnavailable)
        {
            throw new RecordStoreUnavailableException(new InvalidOperationException("away"));
        }
    }

    private void Change(Action<RecordState> change) => Change<object?>(state =>
    {
        change(state);
        return null;
    });

    private T Change<T>(Func<RecordState, T> change)
    {
        lock (gate)
        {
            ThrowIfUnavailable();
            return change(state);
        }
    }
}
