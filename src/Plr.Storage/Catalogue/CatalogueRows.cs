using Npgsql;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Storage.Mapping;
using Plr.Storage.Records;

namespace Plr.Storage.Catalogue;

/// <summary>Rows of the catalogue's tables in the domain's words. Columns by position.</summary>
internal static class CatalogueRows
{
    /// <summary>As <see cref="Organisation"/> reads them.</summary>
    public const string Organisations = "SELECT id, name, ukprn, recognition_number, kinds FROM organisations";

    /// <summary>As <see cref="Unit"/> reads them.</summary>
    public const string Units =
        "SELECT number, title, welsh_title, level, credit_value, guided_learning_hours, owner, availability, sector_subject_areas, equivalent_units, "
        + "withdrawn_on FROM units";

    /// <summary>As <see cref="Qualification"/> reads them.</summary>
    public const string Qualifications =
        "SELECT number, title, welsh_title, awarding_organisation, framework, type, level, sector_subject_area, total_credits, "
        + "minimum_guided_learning_hours, maximum_guided_learning_hours, total_qualification_time, offered_in, operational_start, operational_end, "
        + "certification_end, review_date, languages_of_assessment, purpose, entry_requirements, progression, regulatory_status FROM qualifications";

    /// <summary>An agreement and the key of whoever signed it.</summary>
    public static (string Organisation, Agreement Agreement) Agreement(NpgsqlDataReader row) =>
        (row.GetString(0), new Agreement(row.Word<AgreementKind>(1), row.Day(2), row.DayOrNull(3)));

    public static Organisation Organisation(NpgsqlDataReader row, ILookup<string, Agreement> agreements) => new()
    {
        Id = new OrganisationId(row.GetString(0)),
        Name = row.GetString(1),
        Ukprn = row.IsDBNull(2) ? null : StoredNumber.Ukprn(row.GetInt32(2)),
        RecognitionNumber = row.Text(3),
        Kinds = [.. row.Words<OrganisationKind>(4)],
        Agreements = [.. agreements[row.GetString(0)].OrderBy(agreement => agreement.SignedOn).ThenBy(agreement => agreement.Kind)],
    };

    public static Unit Unit(NpgsqlDataReader row, Dictionary<string, SectorSubjectArea> areas) => new()
    {
        Number = StoredNumber.Unit(row.GetString(0)),
        Title = row.Text(1),
        WelshTitle = row.Text(2),
        Level = row.WordOrNull<QualificationLevel>(3),
        CreditValue = row.NumberOrNull(4),
        GuidedLearningHours = row.NumberOrNull(5),
        Owner = row.Organisation(6),
        Availability = row.Word<UnitAvailability>(7),
        SectorSubjectAreas = [.. row.Texts(8).Select(areas.GetValueOrDefault).OfType<SectorSubjectArea>()],
        EquivalentUnits = [.. row.Texts(9).Select(StoredNumber.Unit)],
        WithdrawnOn = row.DayOrNull(10),
    };

    public static Qualification Qualification(
        NpgsqlDataReader row, Dictionary<string, RuleOfCombination> rules, Dictionary<string, SectorSubjectArea> areas) => new()
    {
        Number = StoredNumber.Qualification(row.GetString(0)),
        Title = row.GetString(1),
        WelshTitle = row.Text(2),
        AwardingOrganisation = new OrganisationId(row.GetString(3)),
        Framework = row.Word<Framework>(4),
        Type = row.GetString(5),
        Level = row.Word<QualificationLevel>(6),
        SectorSubjectArea = row.Text(7) is { } area ? areas.GetValueOrDefault(area) : null,
        TotalCredits = row.NumberOrNull(8),
        GuidedLearningHours = Hours(row.NumberOrNull(9), row.NumberOrNull(10)),
        TotalQualificationTime = row.NumberOrNull(11),
        OfferedIn = [.. row.Words<Nation>(12)],
        OperationalStart = row.DayOrNull(13),
        OperationalEnd = row.DayOrNull(14),
        CertificationEnd = row.DayOrNull(15),
        ReviewDate = row.DayOrNull(16),
        LanguagesOfAssessment = [.. row.Words<Language>(17)],
        Purpose = row.Text(18),
        EntryRequirements = row.Text(19),
        Progression = row.Text(20),
        RegulatoryStatus = row.Word<RegulatoryStatus>(21),
        RuleOfCombination = rules.GetValueOrDefault(row.GetString(0)),
    };

    private static HoursRange? Hours(int? minimum, int? maximum) => (minimum ?? maximum) is { } least
        ? new HoursRange(least, Math.Max(least, maximum ?? least))
        : null;
}
