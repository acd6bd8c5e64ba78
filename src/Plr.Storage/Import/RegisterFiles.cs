using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Storage.Catalogue;
using Plr.Storage.Organisations;

namespace Plr.Storage.Import;

/// <summary>The regulator's comma-separated files, recognised by their header.</summary>
/// <remarks>Sources: Register-CSV Specification V006 (the four extracts); the list of approved qualifications published for funding; the code lists of the open register.</remarks>
internal static class RegisterFiles
{
    /// <summary>The kinds, in the order in which they must be read: each may name what an earlier one brings.</summary>
    public static readonly RegisterFile[] Kinds =
    [
        new("code list", ["name", "start-date", "end-date"], CodeList),
        new("organisations", ["Recognition Number", "Name"], Organisations),
        new("approved qualifications", ["QualificationName", "AwardingOrganisation", "QualificationNumber", "Level", "QualificationType"], Approved),
        new("qualifications", ["Qualification Number", "Title", "Owner Organisation Recognition Number"], Qualifications),
        new("units", ["Unit Key", "Unique Reference Number", "Owner Organisation Recognition Number", "Title"], Units),
        new("qualification units", ["Qualification Number", "Unit Key"], QualificationUnits),
    ];

    private static void CodeList(FileImport file, List<CsvRow> rows, Draft draft, string firstColumn)
    {
        var list = firstColumn.Replace("qualification-", "", StringComparison.Ordinal);
        file.Each(rows, row => draft.Codes.Put(new CodeRow
        {
            List = list,
            Code = row.Required(firstColumn),
            Name = row.Text("qualification-sub-level") ?? row.Required("name"),
            Parent = row.Text("parent-qualification-sector-subject-area"),
            EndedOn = row.Date("end-date"),
        }));
    }

    private static void Organisations(FileImport file, List<CsvRow> rows, Draft draft, string firstColumn) => file.Each(rows, row =>
    {
        var id = new OrganisationId(row.Required("Recognition Number"));
        var held = draft.Organisations.Table.Find(id);
        draft.Organisations.Put(new OrganisationRow
        {
            Id = id,
            Name = row.Required("Name"),
            LegalName = row.Text("Legal Name"),
            Acronym = row.Text("Acronym"),
            Ukprn = held?.Ukprn,
            RecognitionNumber = id.Value,
            Kinds = held?.Kinds ?? [nameof(OrganisationKind.AwardingOrganisation)],
        });
    });

    private static void Approved(FileImport file, List<CsvRow> rows, Draft draft, string firstColumn) => file.Each(rows, row =>
    {
        var name = row.Required("AwardingOrganisation");
        var level = Numbers.Level(row.Required("Level")) ?? throw new RowRejectedException($"`{row.Text("Level")}` is no level of the register");
        var number = Numbers.Qualification(row.Required("QualificationNumber"), fromRegister: true, file, row.Position);
        var owner = draft.Organisations.FindOrMake(name, file, row.Position);
        var area = row.Text("SectorSubjectArea");
        var code = draft.SectorSubjectArea(area);
        if (area is not null && code is null)
        {
            file.Warn(row.Position, $"the sector subject area `{area}` is in no code list; left out");
        }

        draft.Qualifications.Put(Over(draft.Qualifications.Find(number), new QualificationRow
        {
            Number = number,
            Title = row.Required("QualificationName"),
            AwardingOrganisation = owner,
            Framework = Framework.Rqf, // Everything the regulator approves since October 2015.
            Type = row.Required("QualificationType"),
            Level = level,
            SectorSubjectArea = code,
            RegulatoryStatus = RegulatoryStatus.Approved,
        }));
    });

    private static void Qualifications(FileImport file, List<CsvRow> rows, Draft draft, string firstColumn) => file.Each(rows, row =>
    {
        var owner = Owner(row, draft);
        var number = Numbers.Qualification(row.Required("Qualification Number"), fromRegister: true, file, row.Position);
        draft.Qualifications.Put(Over(draft.Qualifications.Find(number), new QualificationRow
        {
            Number = number,
            Title = row.Required("Title"),
            AwardingOrganisation = owner,
            Framework = Framework.Rqf,
            Type = row.Required("Type", "Qualification Type"),
            Level = Numbers.Level(row.Text("Qualification Level", "Level"), row.Text("Sub Level"))
                ?? throw new RowRejectedException($"`{row.Text("Qualification Level", "Level")}` is no level of the register"),
            SectorSubjectArea = draft.SectorSubjectArea(row.Text("SSA", "Sector Subject Area")),
            TotalCredits = row.Number("Total Credits"),
            MinimumGuidedLearningHours = row.Number("Minimum Guided Learning Hours") ?? row.Number("Guided Learning Hours"),
            MaximumGuidedLearningHours = row.Number("Maximum Guided Learning Hours") ?? row.Number("Guided Learning Hours"),
            TotalQualificationTime = row.Number("Total Qualification Time"),
            OfferedIn = [.. OfferedIn(row)],
            OperationalStart = row.Date("Operational Start Date"),
            OperationalEnd = row.Date("Operational End Date"),
            CertificationEnd = row.Date("Certification End Date"),
            RegulatoryStatus = row.Text("Status")?.ToUpperInvariant() switch
            {
                "NO LONGER AWARDED" or "WITHDRAWN" => RegulatoryStatus.Withdrawn,
                "AVAILABLE TO EXISTING LEARNERS" or "CLOSED" => RegulatoryStatus.Closing,
                _ => RegulatoryStatus.Approved,
            },
        }));
    });

    private static void Units(FileImport file, List<CsvRow> rows, Draft draft, string firstColumn) => file.Each(rows, row =>
    {
        var owner = Owner(row, draft);
        var number = Numbers.Unit(row.Required("Unique Reference Number"), fromRegister: true, file, row.Position);
        draft.Units.Put(new UnitRow
        {
            Number = number,
            Title = row.Required("Title"),
            Level = Numbers.Level(row.Text("Unit Level"), row.Text("Unit Sub Level")),
            CreditValue = row.Number("Unit Credit Value"),
            GuidedLearningHours = row.Number("Guided Learning Hours"),
            Owner = owner,
            SectorSubjectAreas = draft.SectorSubjectArea(row.Text("Unit SSA")) is { } area ? [area] : [],
            WithdrawnOn = row.Date("Date of Withdrawal"),
        });
    });

    private static void QualificationUnits(FileImport file, List<CsvRow> rows, Draft draft, string firstColumn) => file.Each(rows, row =>
    {
        const int UnitNumberLength = 10; // The key is the owner's recognition number and then the unit number.
        var key = row.Required("Unit Key");
        var qualification = Numbers.Qualification(row.Required("Qualification Number"), fromRegister: true, file, row.Position);
        var unit = Numbers.Unit(key.Length > UnitNumberLength ? key[^UnitNumberLength..] : key, fromRegister: true, file, row.Position);
        if (draft.Qualifications.Find(qualification) is null || draft.Units.Find(unit) is null)
        {
            throw new RowRejectedException($"links {qualification} and {unit}, of which the catalogue does not hold both: import those files as well");
        }

        draft.QualificationUnits.Put(new QualificationUnitRow { QualificationNumber = qualification, UnitNumber = unit });
    });

    private static OrganisationId Owner(CsvRow row, Draft draft)
    {
        var id = new OrganisationId(row.Required("Owner Organisation Recognition Number"));
        return draft.Organisations.Table.Find(id) is not null
            ? id
            : throw new RowRejectedException($"no organisation has the recognition number `{id}`: import the list of organisations as well");
    }

    private static IEnumerable<string> OfferedIn(CsvRow row)
    {
        foreach (var (column, nation) in new[] { ("Offered In England", Nation.England), ("Offered In Wales", Nation.Wales), ("Offered In Northern Ireland", Nation.NorthernIreland) })
        {
            if (row.Text(column)?.ToUpperInvariant() is "TRUE" or "YES" or "Y" or "1")
            {
                yield return nation.ToString();
            }
        }
    }

    /// <summary>What a file says, over what other files said and it leaves open.</summary>
    private static QualificationRow Over(QualificationRow? held, QualificationRow given) => held is null ? given : given with
    {
        WelshTitle = held.WelshTitle,
        SectorSubjectArea = given.SectorSubjectArea ?? held.SectorSubjectArea,
        TotalCredits = given.TotalCredits ?? held.TotalCredits,
        MinimumGuidedLearningHours = given.MinimumGuidedLearningHours ?? held.MinimumGuidedLearningHours,
        MaximumGuidedLearningHours = given.MaximumGuidedLearningHours ?? held.MaximumGuidedLearningHours,
        TotalQualificationTime = given.TotalQualificationTime ?? held.TotalQualificationTime,
        OfferedIn = given.OfferedIn.Length > 0 ? given.OfferedIn : held.OfferedIn,
        OperationalStart = given.OperationalStart ?? held.OperationalStart,
        OperationalEnd = given.OperationalEnd ?? held.OperationalEnd,
        CertificationEnd = given.CertificationEnd ?? held.CertificationEnd,
        LanguagesOfAssessment = held.LanguagesOfAssessment,
    };
}
