using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Subgraphs.Catalogue;

namespace Plr.Subgraphs.Records.Achievements;

/// <summary>The credits of the units achieved: the values of <c>type CreditSummary</c>.</summary>
/// <param name="Total">All credits.</param>
/// <param name="ByLevel">Credits by level, lowest first.</param>
public sealed record CreditSummary(int Total, IReadOnlyList<LevelCredits> ByLevel)
{
    internal static CreditSummary Of(IReadOnlyList<Achievement> achievements, RequestCatalogue catalogue)
    {
        LevelCredits[] levels =
        [
            .. achievements.OfType<UnitAchievement>()
                // An exemption meets a requirement and carries no credit of its own.
                .Where(achievement => achievement.Status is AchievementStatus.Final && achievement.Route is not UnitRoute.Exemption)
                .Select(achievement => achievement.Unit)
                .Distinct()
                .Select(catalogue.Name)
                .GroupBy(unit => unit.Level)
                .OrderBy(group => group.Key?.Rank() ?? int.MaxValue).ThenBy(group => group.Key)
                .Select(group => new LevelCredits(group.Key, group.Sum(unit => unit.CreditValue ?? 0))),
        ];
        return new CreditSummary(levels.Sum(level => level.Credits), levels);
    }
}
