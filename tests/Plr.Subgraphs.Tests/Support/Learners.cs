using System.Collections.Frozen;
using Plr.Consent.Viewers;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Learners;
using Plr.Domain.Permissions;

namespace Plr.Subgraphs.Tests.Support;

/// <summary>Learners and what they have and permit.</summary>
internal static class Learners
{
    public static readonly Uln Gwen = Uln.Parse("9276308686").Value, OlderGwen = Uln.Parse("1000000043").Value, Dev = Uln.Parse("1026893096").Value,
        Nobody = Uln.Parse("6936002314").Value;

    public static readonly Viewer AsGwen = new Viewer.LearnerViewer(Gwen), AsDev = new Viewer.LearnerViewer(Dev);

    public static readonly Grantee ToAdviser = new Grantee.ToOrganisation(Reference.Careers);

    /// <summary>A graph in which Gwen has one unit of Laser's and one of OCR's, and permitted nothing.</summary>
    public static Graph WithGwen(this Graph graph, PrivacyNotice notice = PrivacyNotice.SeenShares)
    {
        graph.Store.Add(
            new Learner { Uln = Gwen, LinkedUlns = [OlderGwen], PrivacyNotice = notice, RegisteredAt = graph.Clock.Now.AddYears(-1) },
            new LearnerIdentity(Gwen, new PersonName("Gwen", "Evans"), new DateOnly(2008, 5, 1), Gender.Female),
            new ContactDetails(Gwen, "gwen@example.org", null, "CF10 3NQ", Language.Welsh));
        graph.Store.Add(Unit(Gwen, Reference.Planning, Reference.Laser, 1), Unit(Gwen, Reference.Cooking, Reference.OtherAwarder, 2));
        graph.Store.Add(new WiderAchievement
        {
            Id = new AchievementId(Key(3)), Learner = Gwen, AwardedOn = new DateOnly(2024, 8, 22), AwardingOrganisation = Reference.OtherAwarder, Status = AchievementStatus.Final,
            Source = AchievementSource.Npd, Version = 1, RecordedAt = graph.Clock.Now, Title = "GCSE Welsh", Kind = WiderAchievementKind.Gcse,
        });
        return graph;
    }

    public static Graph WithGrants(this Graph graph, params PermissionGrant[] grants)
    {
        graph.Store.Add(grants);
        return graph;
    }

    public static PermissionGrant Grant(
        Grantee grantee,
        ConsentScope[] scopes,
        GrantEffect effect = GrantEffect.Allow,
        int fromDays = -1,
        int? untilDays = null,
        int? revokedDays = null,
        int key = 1) => new()
        {
            Id = new GrantId(Key(100 + key)),
            Learner = Gwen,
            Grantee = grantee,
            Scopes = scopes.ToFrozenSet(),
            Effect = effect,
            Purpose = "advice",
            ValidFrom = new ManualClock().Now.AddDays(fromDays),
            ValidUntil = untilDays is { } until ? new ManualClock().Now.AddDays(until) : null,
            RevokedAt = revokedDays is { } revoked ? new ManualClock().Now.AddDays(revoked) : null,
            GrantedAt = new ManualClock().Now.AddDays(-2),
        };

    public static UnitAchievement Unit(Uln learner, UnitNumber unit, OrganisationId awarder, int key, AchievementStatus status = AchievementStatus.Final) => new()
    {
        Id = new AchievementId(Key(key)), Learner = learner, AwardedOn = new DateOnly(2026, 6, key), AwardingOrganisation = awarder, Status = status,
        Source = AchievementSource.AwardingOrganisation, Version = 1, RecordedAt = new ManualClock().Now, Unit = unit, Route = UnitRoute.DirectClaim, Grade = "Pass",
    };

    public static Guid Key(int number) => Guid.Parse($"00000000-0000-4000-8000-{number:000000000000}");
}
