using System.Collections.Frozen;
using Plr.Consent.Viewers;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Domain.Records;

namespace Plr.Consent.Tests.Decisions;

/// <summary>Learners, viewers and grants that the tests speak of.</summary>
internal static class Records
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    public static readonly Uln Owner = Uln.Parse("9276308686").Value;
    public static readonly Uln OlderNumber = Uln.Parse("1000000043").Value;
    public static readonly Uln Stranger = Uln.Parse("1026893096").Value;

    public static readonly Viewer Adviser = new Viewer.OrganisationViewer(new OrganisationId("10000001"), OrganisationKind.CareersAdviser, "Ada");
    public static readonly Viewer AnotherAdviser = new Viewer.OrganisationViewer(new OrganisationId("10000002"), OrganisationKind.CareersAdviser);
    public static readonly Viewer Awarder = new Viewer.OrganisationViewer(new OrganisationId("RN5133"), OrganisationKind.AwardingOrganisation);
    public static readonly Viewer Aunt = new Viewer.DelegateViewer("subject-1");

    public static readonly Viewer[] Everybody =
    [
        Viewer.Anonymous, new Viewer.LearnerViewer(Owner), new Viewer.LearnerViewer(OlderNumber), new Viewer.LearnerViewer(Stranger),
        Adviser, AnotherAdviser, Awarder, Aunt, new Viewer.DelegateViewer("subject-2"), new Viewer.OperatorViewer(), new Viewer.RegulatorViewer(),
        new Viewer.OrganisationViewer(new OrganisationId("10000001"), OrganisationKind.Employer),
        new Viewer.OrganisationViewer(new OrganisationId("reg"), OrganisationKind.Regulator),
    ];

    public static readonly Grantee ToAdviser = new Grantee.ToOrganisation(new OrganisationId("10000001"));
    public static readonly Grantee ToAdvisers = new Grantee.ToCategory(OrganisationKind.CareersAdviser);
    public static readonly Grantee ToAunt = new Grantee.ToPerson("subject-1", "Aunt May");

    public static readonly Grantee[] Grantees =
        [ToAdviser, ToAdvisers, ToAunt, new Grantee.ToOrganisation(new OrganisationId("RN5133")), new Grantee.ToCategory(OrganisationKind.AwardingOrganisation)];

    public static LearnerAccess Learner(PrivacyNotice notice, params PermissionGrant[] grants) =>
        new(new Learner { Uln = Owner, LinkedUlns = [OlderNumber], PrivacyNotice = notice, RegisteredAt = Now.AddYears(-1) }, grants);

    public static PermissionGrant Grant(
        Grantee grantee,
        ConsentScope[] scopes,
        GrantEffect effect = GrantEffect.Allow,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null,
        DateTimeOffset? revoked = null) => new()
        {
            Id = new GrantId(Guid.NewGuid()),
            Learner = Owner,
            Grantee = grantee,
            Scopes = scopes.ToFrozenSet(),
            Effect = effect,
            Purpose = "advice on what comes next",
            ValidFrom = from ?? Now.AddDays(-1),
            ValidUntil = until,
            RevokedAt = revoked,
            GrantedAt = Now.AddDays(-1),
        };
}
