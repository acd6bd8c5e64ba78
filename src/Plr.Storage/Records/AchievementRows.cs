using Npgsql;
using Plr.Domain.Achievements;
using Plr.Domain.Identifiers;
using Plr.Storage.Mapping;

namespace Plr.Storage.Records;

/// <summary>Rows of <see cref="RecordQueries"/> as the domain's achievements. Columns 0 to 11 are the same in both tables.</summary>
internal static class AchievementRows
{
    /// <summary>How many columns <see cref="Qualification"/> reads.</summary>
    public const int QualificationColumns = 14;

    /// <summary>How many columns <see cref="Wider"/> reads.</summary>
    public const int WiderColumns = 15;

    private const int SubjectColumn = 12;
    private const int RouteColumn = 13;

    /// <summary>A unit's or a qualification's: the form of the subject tells which.</summary>
    public static Achievement Qualification(NpgsqlDataReader row)
    {
        var subject = row.GetString(SubjectColumn);
        return char.IsAsciiLetter(subject[0])
            ? new UnitAchievement
            {
                Learner = row.Uln(0),
                Id = new AchievementId(row.GetGuid(1)),
                Version = row.GetInt32(2),
                AwardedOn = row.Day(3),
                AwardingOrganisation = new OrganisationId(row.GetString(4)),
                Provider = row.Organisation(5),
                Grade = row.Text(6),
                LanguageOfAssessment = row.LanguageOrNull(7),
                Status = row.Status(8),
                Source = row.Word<AchievementSource>(9),
                RecordedAt = row.Instant(10),
                UnderChallenge = row.GetBoolean(11),
                Unit = StoredNumber.Unit(subject),
                Route = row.Word<UnitRoute>(RouteColumn),
            }
            : new QualificationAchievement
            {
                Learner = row.Uln(0),
                Id = new AchievementId(row.GetGuid(1)),
                Version = row.GetInt32(2),
                AwardedOn = row.Day(3),
                AwardingOrganisation = new OrganisationId(row.GetString(4)),
                Provider = row.Organisation(5),
                Grade = row.Text(6),
                LanguageOfAssessment = row.LanguageOrNull(7),
                Status = row.Status(8),
                Source = row.Word<AchievementSource>(9),
                RecordedAt = row.Instant(10),
                UnderChallenge = row.GetBoolean(11),
                Qualification = StoredNumber.Qualification(subject),
            };
    }

    public static WiderAchievement Wider(NpgsqlDataReader row) => new()
    {
        Learner = row.Uln(0),
        Id = new AchievementId(row.GetGuid(1)),
        Version = row.GetInt32(2),
        AwardedOn = row.Day(3),
        AwardingOrganisation = new OrganisationId(row.GetString(4)),
        Provider = row.Organisation(5),
        Grade = row.Text(6),
        LanguageOfAssessment = row.LanguageOrNull(7),
        Status = row.Status(8),
        Source = row.Word<AchievementSource>(9),
        RecordedAt = row.Instant(10),
        UnderChallenge = row.GetBoolean(11),
        Title = row.GetString(12),
        Kind = row.Word<WiderAchievementKind>(13),
        Level = row.Text(14),
    };
}
