using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.GraphQL;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>The fields of <c>type UnitAchievement</c> that are no properties of it.</summary>
[ObjectType<UnitAchievement>("UnitAchievement")]
public sealed class UnitAchievementResolvers(RecordSession session, RequestCatalogue catalogue)
    : AchievementResolvers<UnitAchievement>(session, catalogue)
{
    /// <summary><c>UnitAchievement.unit</c>: one that left the register is named by its number.</summary>
    public Unit Unit(UnitAchievement achievement) => Catalogue.Name(achievement.Unit);

    /// <summary><c>UnitAchievement.credits</c>.</summary>
    public int? Credits(UnitAchievement achievement) => Catalogue.Name(achievement.Unit).CreditValue;

    /// <summary><c>UnitAchievement.level</c>.</summary>
    public QualificationLevel? Level(UnitAchievement achievement) => Catalogue.Name(achievement.Unit).Level;
}
