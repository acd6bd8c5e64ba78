using Plr.Domain.Achievements;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>The fields of <c>type WiderAchievement</c> that are no properties of it.</summary>
[ObjectType<WiderAchievement>("WiderAchievement")]
public sealed class WiderAchievementResolvers(RecordSession session, RequestCatalogue catalogue)
    : AchievementResolvers<WiderAchievement>(session, catalogue);
