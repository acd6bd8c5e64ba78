using System.Collections.Frozen;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Domain.Permissions;
using Plr.Storage.Permissions;

namespace Plr.Storage.Demonstration;

/// <summary>What the eight learners permit: every state, kind of grantee and effect stands here once at least. Gwen has permitted nothing yet.</summary>
internal static class DemonstrationGrants
{
    private static readonly DateTimeOffset Begin = People.Day(2024, 9, 1);
    private static readonly DateTimeOffset End = People.Day(2099, 1, 1);
    private static readonly ConsentScope[] Everything = Enum.GetValues<ConsentScope>();

    /// <summary>Rows of <c>permission_grants</c>.</summary>
    public static IEnumerable<object> Rows() => new[]
    {
        Grant(1, People.Amina, To(People.College), "following my course", [ConsentScope.Identity, ConsentScope.QualificationAchievements]),
        Grant(2, People.Amina, To(OrganisationKind.CareersAdviser), "careers advice from any participating adviser", [ConsentScope.Routes]),
        Grant(3, People.Amina, To(People.Employer), "not for my employer", Everything, GrantEffect.Block),
        Grant(11, People.Ben, To(People.Careers), "planning my next step", [ConsentScope.QualificationAchievements, ConsentScope.Routes]),
        Grant(12, People.Ben, To(People.Employer), "for when I apply for promotion", [ConsentScope.QualificationAchievements], from: People.Day(2090, 1, 1)),
        Grant(13, People.Ben, To(People.Trust), "skills passport trial", [ConsentScope.QualificationAchievements], until: People.Day(2025, 1, 1)),
        Grant(14, People.Ben, To(People.College), "the course I left", [ConsentScope.Identity, ConsentScope.QualificationAchievements], revoked: People.Day(2025, 3, 1)),
        Grant(15, People.Ben, To(People.UnsignedCareers), "a second opinion", [ConsentScope.Routes]),
        Grant(21, People.Chloe, To(OrganisationKind.LearningProvider), "choosing a pathway", [ConsentScope.QualificationAchievements, ConsentScope.Routes]),
        Grant(22, People.Chloe, To(People.Employer), "my employer pays for the course", [ConsentScope.Identity, ConsentScope.QualificationAchievements]),
        Grant(31, People.Dev, To(People.Careers), "made before I opted out", Everything),
        Grant(41, People.Ellie, To(People.Careers), "made for me at enrolment", Everything),
        Grant(51, People.Farid, To(People.Careers), "careers advice", [ConsentScope.Identity, ConsentScope.QualificationAchievements]),
        Grant(81, People.Harriet, new Grantee.ToPerson("demonstration|brother", "My brother"), "helps me with forms", [ConsentScope.QualificationAchievements]),
        Grant(82, People.Harriet, To(OrganisationKind.ThirdParty), "no third parties", Everything, GrantEffect.Block),
    }.Select(GrantWriter.Row);

    private static PermissionGrant Grant(
        int key,
        Uln learner,
        Grantee grantee,
        string purpose,
        ConsentScope[] scopes,
        GrantEffect effect = GrantEffect.Allow,
        DateTimeOffset? from = null,
        DateTimeOffset? until = null,
        DateTimeOffset? revoked = null) => new()
        {
            Id = new GrantId(DemonstrationAchievements.Key('d', key)),
            Learner = learner,
            Grantee = grantee,
            Scopes = scopes.ToFrozenSet(),
            Effect = effect,
            Purpose = purpose,
            ValidFrom = from ?? Begin,
            ValidUntil = until ?? End,
            RevokedAt = revoked,
            GrantedAt = Begin.AddHours(key), // In the order above.
        };

    private static Grantee.ToOrganisation To(OrganisationId organisation) => new(organisation);

    private static Grantee.ToCategory To(OrganisationKind kind) => new(kind);
}
