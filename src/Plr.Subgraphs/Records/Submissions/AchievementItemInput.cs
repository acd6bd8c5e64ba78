using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Records.Submissions;

/// <summary><c>input AchievementItemInput</c>. Numbers are text, so that one mistyped number rejects its own item alone.</summary>
/// <param name="Uln">The learner's number.</param>
/// <param name="FamilyName">The learner's family name.</param>
/// <param name="Unit">The unit; null for a qualification.</param>
/// <param name="Qualification">The qualification; null for a unit.</param>
/// <param name="AwardedOn">The day of the award.</param>
/// <param name="Grade">The grade; null for none.</param>
/// <param name="Route">How a unit's credit was come by.</param>
/// <param name="Provider">The provider's UKPRN; null for none.</param>
/// <param name="LanguageOfAssessment">The language of assessment; null for none.</param>
/// <param name="IsFinal">Whether it counts at once.</param>
public sealed record AchievementItemInput(
    string Uln,
    string FamilyName,
    string? Unit,
    string? Qualification,
    DateOnly AwardedOn,
    string? Grade,
    UnitRoute Route,
    string? Provider,
    Language? LanguageOfAssessment,
    bool IsFinal);
