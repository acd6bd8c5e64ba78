using Plr.Consent.Decisions;
using Plr.Consent.Viewers;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Domain.Records;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Access;

/// <summary>Decides for the viewer of this request. One round trip for all learners that a stage is about. Scoped.</summary>
public sealed class RecordAccess(RecordSession session, RequestViewer request, RequestCatalogue catalogue, TimeProvider clock)
{
    // One moment for the whole request, so that no two fields of it disagree.
    private readonly DateTimeOffset now = clock.GetUtcNow();
    private bool? participates;

    /// <summary>Who asks.</summary>
    public Viewer Viewer => request.Viewer;

    /// <summary>The moment that decisions of this request are made at, UTC.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Whether the viewer's organisation has its agreements in force today and is of the kind it acts as. False for a viewer without one.</summary>
    public bool Participates => participates ??= Viewer is Viewer.OrganisationViewer viewer
        && catalogue.Current.Organisation(viewer.Id) is { } organisation
        && organisation.Kinds.Contains(viewer.ActsAs)
        && Participation.Of(organisation, catalogue.Today).Participates;

    /// <summary>Learners with their grants; a number that nobody has is absent.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> LoadAsync(IEnumerable<Uln> ulns, CancellationToken cancellationToken) =>
        session.AccessAsync(ulns, cancellationToken);

    /// <summary>The same for a scope that is about to be decided: what it is answered from is read along where that costs no round trip more.</summary>
    public ValueTask<IReadOnlyDictionary<Uln, LearnerAccess>> LoadAsync(IEnumerable<Uln> ulns, ConsentScope scope, CancellationToken cancellationToken) =>
        scope is ConsentScope.Routes or ConsentScope.QualificationAchievements
            ? session.AccessBeforeAchievementsAsync(ulns, cancellationToken)
            : session.AccessAsync(ulns, cancellationToken);

    /// <summary>The true decision.</summary>
    public ConsentDecision Decide(LearnerAccess? access, ConsentScope scope) => ConsentRule.Decide(Viewer, Participates, access, scope, now);

    /// <summary>The decision as the viewer may be told it.</summary>
    public ConsentDecision Tell(LearnerAccess? access, ConsentScope scope) =>
        ConsentRule.Tell(Decide(access, scope), Viewer, Participates, access, now);

    /// <summary>Whether the viewer is the organisation that made the award.</summary>
    public bool IsAwardedByViewer(OrganisationId awardingOrganisation) => Viewer.Organisation == awardingOrganisation;

    /// <summary>The learner of an access, for rules that ask about nothing else.</summary>
    internal static Learner? LearnerOf(IReadOnlyDictionary<Uln, LearnerAccess> loaded, Uln? uln) =>
        uln is { } number ? loaded.GetValueOrDefault(number)?.Learner : null;
}
