using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Domain.Achievements;

/// <summary>One achievement as an awarding organisation submits it. Exactly one of unit and qualification is named.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="FamilyName">The learner's family name, so that a mistyped number is found out.</param>
/// <param name="Unit">The unit achieved; null for a qualification.</param>
/// <param name="Qualification">The qualification awarded; null for a unit.</param>
/// <param name="AwardedOn">The day of the award.</param>
/// <param name="Grade">The grade; null for none.</param>
/// <param name="Route">How a unit's credit was come by.</param>
/// <param name="Provider">Where it was learned; null for none.</param>
/// <param name="LanguageOfAssessment">The language of assessment; null for none.</param>
/// <param name="IsFinal">Whether it counts at once, or is provisional.</param>
public sealed record AchievementItem(
    Uln Learner,
    string FamilyName,
    UnitNumber? Unit,
    QualificationNumber? Qualification,
    DateOnly AwardedOn,
    string? Grade,
    UnitRoute Route,
    OrganisationId? Provider,
    Language? LanguageOfAssessment,
    bool IsFinal)
{
    /// <summary>The longest grade.</summary>
    public const int MaxGradeLength = 30;
}
