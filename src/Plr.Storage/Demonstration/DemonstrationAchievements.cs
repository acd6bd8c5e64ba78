using System.Globalization;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Storage.Achievements;

namespace Plr.Storage.Demonstration;

/// <summary>What the eight learners have achieved.</summary>
internal static class DemonstrationAchievements
{
    /// <summary>Rows of three tables.</summary>
    public static IEnumerable<object> Rows() => [.. TheAward(), .. HalfADiploma(), .. MandatoryUnits(), .. OneEach(), .. UnderChallenge(), .. Wider()];

    private static IEnumerable<object> TheAward() =>
    [
        Unit(1, People.Amina, People.Laser, "M/504/7527", new DateOnly(2024, 6, 14), UnitRoute.DirectClaim),
        Qualification(2, People.Amina, People.Laser, "600/8900/3", new DateOnly(2024, 6, 28)),
    ];

    /// <summary>20 credits of 40: 13 from OCR, 7 from ILM.</summary>
    private static IEnumerable<object> HalfADiploma() =>
    [
        Unit(11, People.Ben, People.Ocr, "L/506/1788", new DateOnly(2024, 2, 9), UnitRoute.QualityReviewer),
        Unit(12, People.Ben, People.Ocr, "T/506/1798", new DateOnly(2024, 3, 22), UnitRoute.QualityReviewer),
        Unit(13, People.Ben, People.Ocr, "H/506/1800", new DateOnly(2024, 5, 10), UnitRoute.QualityReviewer),
        Unit(14, People.Ben, People.Ilm, "R/506/2294", new DateOnly(2025, 1, 17), UnitRoute.DirectClaim),
        Unit(15, People.Ben, People.Ilm, "J/506/1806", new DateOnly(2025, 3, 7), UnitRoute.RecognitionOfPriorLearning),
    ];

    /// <summary>All nine mandatory units, one of a barred pair, and an earlier unit that counts by credit transfer.</summary>
    private static IEnumerable<object> MandatoryUnits()
    {
        string[] units =
        [
            "H/000/9001", "K/000/9002", "M/000/9003", "T/000/9004", "A/000/9005", "F/000/9006", "J/000/9007", "L/000/9008", "R/000/9009", "R/000/9012", "H/000/9032",
        ];
        return units.Select((unit, index) => Unit(21 + index, People.Chloe, People.Awards, unit, new DateOnly(2024, 1, 12).AddDays(14 * index), UnitRoute.DirectClaim));
    }

    private static IEnumerable<object> OneEach() =>
    [
        Unit(41, People.Dev, People.Laser, "M/504/7527", new DateOnly(2024, 6, 14), UnitRoute.DirectClaim),
        Unit(42, People.Ellie, People.Laser, "M/504/7527", new DateOnly(2025, 6, 13), UnitRoute.DirectClaim),
        Unit(43, People.Harriet, People.Ilm, "K/506/1927", new DateOnly(2023, 11, 24), UnitRoute.CreditTransfer),
    ];

    /// <summary>Recorded provisionally, made final with another grade, and challenged by the learner.</summary>
    private static IEnumerable<object> UnderChallenge() =>
    [
        Unit(51, People.Farid, People.Ilm, "A/506/1821", new DateOnly(2025, 2, 14), UnitRoute.QualityReviewer, status: AchievementStatus.Provisional, grade: "Merit"),
        Unit(51, People.Farid, People.Ilm, "A/506/1821", new DateOnly(2025, 2, 14), UnitRoute.QualityReviewer, version: 2),
        new DataChallengeRow
        {
            Uln = People.Farid,
            Id = Key('c', 1),
            AchievementId = new AchievementId(Key('a', 51)),
            RaisedAt = People.Day(2025, 4, 1),
            Statement = "My certificate says Merit.",
        },
    ];

    private static IEnumerable<object> Wider() =>
    [
        Wider(61, People.Gwen, "GCSE Welsh", WiderAchievementKind.Gcse, "B", new DateOnly(2024, 8, 22)),
        Wider(62, People.Amina, "GCSE Mathematics", WiderAchievementKind.Gcse, "5", new DateOnly(2023, 8, 24)),
        Wider(63, People.Ben, "Fork-lift truck licence", WiderAchievementKind.Licence, null, new DateOnly(2022, 4, 6)),
    ];

    private static QualificationAchievementRow Unit(
        int key,
        Uln learner,
        OrganisationId awarder,
        string unit,
        DateOnly day,
        UnitRoute route,
        int version = 1,
        AchievementStatus status = AchievementStatus.Final,
        string grade = "Pass") => new()
        {
            Uln = learner,
            Id = new AchievementId(Key('a', key)),
            Version = version,
            AwardedOn = day,
            AwardingOrganisation = awarder,
            Provider = People.College,
            Grade = grade,
            LanguageOfAssessment = Language.English,
            Status = status,
            Source = AchievementSource.AwardingOrganisation,
            RecordedAt = new DateTimeOffset(day, new TimeOnly(17, 0), TimeSpan.Zero).AddDays(version),
            Subject = unit,
            Route = route,
        };

    private static QualificationAchievementRow Qualification(int key, Uln learner, OrganisationId awarder, string number, DateOnly day) => new()
    {
        Uln = learner,
        Id = new AchievementId(Key('a', key)),
        Version = 1,
        AwardedOn = day,
        AwardingOrganisation = awarder,
        Provider = People.College,
        Grade = "Pass",
        LanguageOfAssessment = Language.English,
        Status = AchievementStatus.Final,
        Source = AchievementSource.AwardingOrganisation,
        RecordedAt = new DateTimeOffset(day, new TimeOnly(17, 0), TimeSpan.Zero).AddDays(1),
        Subject = number,
    };

    private static WiderAchievementRow Wider(int key, Uln learner, string title, WiderAchievementKind kind, string? grade, DateOnly day) => new()
    {
        Uln = learner,
        Id = new AchievementId(Key('b', key)),
        Version = 1,
        AwardedOn = day,
        AwardingOrganisation = People.Awards,
        Grade = grade,
        Status = AchievementStatus.Final,
        Source = AchievementSource.Npd,
        RecordedAt = new DateTimeOffset(day, new TimeOnly(17, 0), TimeSpan.Zero),
        Title = title,
        Kind = kind,
        Level = "Level 2",
    };

    /// <summary>A fixed key: the kind of thing, then its number.</summary>
    internal static Guid Key(char kind, int number) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"{kind}0000000-0000-4000-8000-{number:000000000000}"));
}
