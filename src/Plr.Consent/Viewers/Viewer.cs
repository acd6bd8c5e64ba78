using System.Diagnostics;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;

namespace Plr.Consent.Viewers;

/// <summary>Who asks, as the token says. Whether the token is genuine was settled before.</summary>
public abstract record Viewer
{
    private Viewer()
    {
        // Closed: the kinds below are all there are.
    }

    /// <summary>Nobody in particular: a request without a token.</summary>
    public static Viewer Anonymous { get; } = new AnonymousViewer();

    /// <summary>The kind of viewer; null for nobody in particular.</summary>
    public ViewerKind? Kind => this switch
    {
        AnonymousViewer => null,
        LearnerViewer => ViewerKind.Learner,
        DelegateViewer => ViewerKind.Delegate,
        OperatorViewer => ViewerKind.Operator,
        RegulatorViewer => ViewerKind.Regulator,
        OrganisationViewer viewer => KindOf(viewer.ActsAs),
        _ => throw new UnreachableException($"no kind for {GetType().Name}"),
    };

    /// <summary>The organisation asked for; null when the viewer acts for none.</summary>
    public OrganisationId? Organisation => (this as OrganisationViewer)?.Id;

    /// <summary>The person, as the token names them; null where it names none.</summary>
    public string? Person => this switch
    {
        OrganisationViewer viewer => viewer.PersonName,
        DelegateViewer viewer => viewer.Subject,
        OperatorViewer viewer => viewer.PersonName,
        RegulatorViewer viewer => viewer.PersonName,
        _ => null,
    };

    private static ViewerKind KindOf(OrganisationKind kind) => kind switch
    {
        OrganisationKind.LearningProvider => ViewerKind.LearningProvider,
        OrganisationKind.CareersAdviser => ViewerKind.CareersAdviser,
        OrganisationKind.AwardingOrganisation => ViewerKind.AwardingOrganisation,
        OrganisationKind.Employer => ViewerKind.Employer,
        OrganisationKind.ThirdParty => ViewerKind.ThirdParty,
        OrganisationKind.Regulator => ViewerKind.Regulator,
        _ => throw new UnreachableException($"no viewer kind for {kind}"),
    };

    /// <summary>Nobody in particular.</summary>
    public sealed record AnonymousViewer : Viewer;

    /// <summary>A learner.</summary>
    /// <param name="Uln">The learner's own number; it may be an older one.</param>
    public sealed record LearnerViewer(Uln Uln) : Viewer;

    /// <summary>A person whom learners trust.</summary>
    /// <param name="Subject">The person's subject at sign-in.</param>
    public sealed record DelegateViewer(string Subject) : Viewer;

    /// <summary>A member of an organisation.</summary>
    /// <param name="Id">The organisation.</param>
    /// <param name="ActsAs">As what it asks: one of its kinds.</param>
    /// <param name="PersonName">The person, as the token names them; null where it names none.</param>
    public sealed record OrganisationViewer(OrganisationId Id, OrganisationKind ActsAs, string? PersonName = null) : Viewer;

    /// <summary>An operator of the service. Reads no record outside a case.</summary>
    /// <param name="PersonName">The person, as the token names them; null where it names none.</param>
    public sealed record OperatorViewer(string? PersonName = null) : Viewer;

    /// <summary>A regulator of qualifications. Publishes reference data and reads no record.</summary>
    /// <param name="PersonName">The person, as the token names them; null where it names none.</param>
    public sealed record RegulatorViewer(string? PersonName = null) : Viewer;
}
