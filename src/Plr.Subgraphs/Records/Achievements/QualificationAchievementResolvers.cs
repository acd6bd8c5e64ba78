using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>The fields of <c>type QualificationAchievement</c> that are no properties of it.</summary>
[ObjectType<QualificationAchievement>("QualificationAchievement")]
public sealed class QualificationAchievementResolvers(RecordSession session, RequestCatalogue catalogue)
    : AchievementResolvers<QualificationAchievement>(session, catalogue)
{
    /// <summary><c>QualificationAchievement.qualification</c>: one that left the register is named by its number.</summary>
    public Qualification Qualification(QualificationAchievement achievement) => Catalogue.Name(achievement.Qualification);
}
