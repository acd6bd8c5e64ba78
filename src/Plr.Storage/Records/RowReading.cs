using Npgsql;
using Plr.Domain.Achievements;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;

namespace Plr.Storage.Records;

/// <summary>Reads columns by position into the domain's words.</summary>
internal static class RowReading
{
    public static Uln Uln(this NpgsqlDataReader row, int column) => Domain.Identifiers.Uln.FromStore(row.GetInt64(column));

    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static T Word<T>(this NpgsqlDataReader row, int column)
        where T : struct, Enum => EnumWords<T>.Of(row.GetString(column));

    public static T? WordOrNull<T>(this NpgsqlDataReader row, int column)
        where T : struct, Enum => row.IsDBNull(column) ? null : EnumWords<T>.Of(row.GetString(column));

    public static OrganisationId? Organisation(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new OrganisationId(row.GetString(column));

    public static DateOnly Day(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    public static DateOnly? DayOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Day(column);

    public static int? NumberOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static string[] Texts(this NpgsqlDataReader row, int column) => row.GetFieldValue<string[]>(column);

    public static IEnumerable<T> Words<T>(this NpgsqlDataReader row, int column)
        where T : struct, Enum => row.Texts(column).Select(EnumWords<T>.Of);

    public static DateTimeOffset Instant(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    public static DateTimeOffset? InstantOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    /// <summary>The language of assessment and its kin.</summary>
    public static Language? LanguageOrNull(this NpgsqlDataReader row, int column) => row.WordOrNull<Language>(column);

    /// <summary>Where an achievement stands.</summary>
    public static AchievementStatus Status(this NpgsqlDataReader row, int column) => row.Word<AchievementStatus>(column);
}
