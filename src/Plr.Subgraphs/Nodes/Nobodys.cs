using System.Diagnostics;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Domain.Permissions;

namespace Plr.Subgraphs.Nodes;

/// <summary>Stands for a personal node that does not exist, so that the guards withhold it exactly as they withhold one that does.</summary>
/// <remarks>Its learner is <c>default</c>, who is nobody: no viewer is that learner, and nobody granted anything. It holds no data to leak.</remarks>
internal static class Nobodys
{
    public static PermissionGrant Grant(Guid key) => new()
    {
        Id = new GrantId(key),
        Learner = default,
        Grantee = new Grantee.ToOrganisation(default),
        Scopes = [],
        Effect = GrantEffect.Block,
        Purpose = "",
        ValidFrom = DateTimeOffset.MaxValue,
        GrantedAt = DateTimeOffset.MaxValue,
    };

    public static Achievement Achievement(string type, Guid key) => type switch
    {
        nameof(UnitAchievement) => new UnitAchievement
        {
            Id = new AchievementId(key), Learner = default, AwardedOn = default, AwardingOrganisation = default, Status = AchievementStatus.Withdrawn,
            Source = AchievementSource.AwardingOrganisation, Version = 1, RecordedAt = default, Unit = default, Route = UnitRoute.DirectClaim,
        },
        nameof(QualificationAchievement) => new QualificationAchievement
        {
            Id = new AchievementId(key), Learner = default, AwardedOn = default, AwardingOrganisation = default, Status = AchievementStatus.Withdrawn,
            Source = AchievementSource.AwardingOrganisation, Version = 1, RecordedAt = default, Qualification = default,
        },
        nameof(WiderAchievement) => new WiderAchievement
        {
            Id = new AchievementId(key), Learner = default, AwardedOn = default, AwardingOrganisation = default, Status = AchievementStatus.Withdrawn,
            Source = AchievementSource.AwardingOrganisation, Version = 1, RecordedAt = default, Title = "", Kind = WiderAchievementKind.Other,
        },
        _ => throw new UnreachableException($"no achievement of type {type}"),
    };
}
