using System.Globalization;
using System.Text.Json;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Domain.Organisations;
using Plr.Storage.Catalogue;
using Plr.Storage.Organisations;

namespace Plr.Storage.Import;

/// <summary>A catalogue in our own form: organisations with their agreements, units, and qualifications with the whole tree of their rules.</summary>
/// <remarks>The form is written down in <c>docs/data-sources.md</c>. Numbers are held to their check characters.</remarks>
internal static class CatalogueFile
{
    /// <summary>What <c>format</c> says.</summary>
    public const string Format = "plr-catalogue/1";

    /// <summary>Puts everything into the draft.</summary>
    public static ImportedFile Take(FileImport file, JsonElement json, Draft draft)
    {
        Each(file, json, "organisations", (entry, _) => Organisation(entry, draft));
        Each(file, json, "units", (entry, position) => draft.Units.Put(Unit(entry, file, position)));
        Each(file, json, "qualifications", (entry, position) => Qualification(entry, file, position, draft));
        return file.Done("catalogue");
    }

    private static void Each(FileImport file, JsonElement json, string list, Action<JsonElement, string> take)
    {
        foreach (var (entry, index) in RuleJsonReader.List(json, list, entry => entry).Select((entry, index) => (entry, index)))
        {
            var position = string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
            file.Take(position, () => Checked(entry, position, take));
        }
    }

    private static void Checked(JsonElement entry, string position, Action<JsonElement, string> take)
    {
        try
        {
            take(entry, position);
        }
        catch (Exception form) when (form is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException or JsonException)
        {
            throw new RowRejectedException("a part is missing or has another form than expected: " + form.Message);
        }
    }

    private static void Organisation(JsonElement json, Draft draft)
    {
        var id = new OrganisationId(Text(json, "id"));
        var held = draft.Organisations.Table.Find(id);
        var ukprn = RuleJsonReader.Text(json, "ukprn") is { } digits ? Ukprn.Parse(digits) : default(Domain.Result<Ukprn>?);
        if (ukprn is { Succeeded: false } wrong)
        {
            throw new RowRejectedException(wrong.Problem.Message);
        }

        draft.Organisations.Put(new OrganisationRow
        {
            Id = id,
            Name = held?.Name ?? Text(json, "name"),
            LegalName = held?.LegalName,
            Acronym = held?.Acronym,
            Ukprn = ukprn?.Value ?? held?.Ukprn,
            RecognitionNumber = held?.RecognitionNumber ?? RuleJsonReader.Text(json, "recognitionNumber"),
            Kinds = [.. RuleJsonReader.Strings(json, "kinds").Select(kind => Enum.Parse<OrganisationKind>(kind).ToString())],
        });
        foreach (var agreement in RuleJsonReader.List(json, "agreements", agreement => agreement))
        {
            draft.Agreements.Put(new AgreementRow
            {
                OrganisationId = id,
                Kind = Enum.Parse<AgreementKind>(Text(agreement, "kind")),
                SignedOn = Date(agreement, "signedOn") ?? throw new RowRejectedException("an agreement has no `signedOn`"),
                EndedOn = Date(agreement, "endedOn"),
            });
        }
    }

    private static UnitRow Unit(JsonElement json, FileImport file, string position) => new()
    {
        Number = Numbers.Unit(Text(json, "number"), fromRegister: false, file, position),
        Title = RuleJsonReader.Text(json, "title"),
        WelshTitle = RuleJsonReader.Text(json, "welshTitle"),
        Level = Level(json),
        CreditValue = RuleJsonReader.Number(json, "credits"),
        GuidedLearningHours = RuleJsonReader.Number(json, "guidedLearningHours"),
        Owner = RuleJsonReader.Text(json, "owner") is { } owner ? new OrganisationId(owner) : null,
        SectorSubjectAreas = [.. RuleJsonReader.Strings(json, "sectorSubjectAreas")],
        EquivalentUnits = [.. RuleJsonReader.Strings(json, "equivalentUnits").Select(unit => Numbers.Unit(unit, fromRegister: false, file, position).Value)],
        WithdrawnOn = Date(json, "withdrawnOn"),
    };

    private static void Qualification(JsonElement json, FileImport file, string position, Draft draft)
    {
        var number = Numbers.Qualification(Text(json, "number"), fromRegister: false, file, position);
        var owner = new OrganisationId(Text(json, "awardingOrganisation"));
        if (draft.Organisations.Table.Find(owner) is null)
        {
            throw new RowRejectedException($"no organisation has the key `{owner}`");
        }

        var rule = json.TryGetProperty("rule", out var tree) ? RuleJson.Read(tree.GetRawText()) : null;
        var unknown = rule?.ListedUnits().Select(unit => unit.Value)
            .FirstOrDefault(unit => draft.Units.Find(Numbers.Unit(unit, fromRegister: false, file, position)) is null);
        if (unknown is not null)
        {
            throw new RowRejectedException($"its rule lists the unit `{unknown}`, which the catalogue does not hold");
        }

        draft.Qualifications.Put(new QualificationRow
        {
            Number = number,
            Title = Text(json, "title"),
            WelshTitle = RuleJsonReader.Text(json, "welshTitle"),
            AwardingOrganisation = owner,
            Framework = Enum.Parse<Framework>(Text(json, "framework")),
            Type = Text(json, "type"),
            Level = Level(json) ?? throw new RowRejectedException("its level is none of the register's"),
            SectorSubjectArea = RuleJsonReader.Text(json, "sectorSubjectArea"),
            TotalCredits = RuleJsonReader.Number(json, "totalCredits"),
            MinimumGuidedLearningHours = RuleJsonReader.Number(json, "minimumGuidedLearningHours"),
            MaximumGuidedLearningHours = RuleJsonReader.Number(json, "maximumGuidedLearningHours"),
            OfferedIn = [.. RuleJsonReader.Strings(json, "offeredIn").Select(nation => Enum.Parse<Nation>(nation).ToString())],
            OperationalStart = Date(json, "operationalStart"),
            OperationalEnd = Date(json, "operationalEnd"),
            LanguagesOfAssessment = [.. RuleJsonReader.Strings(json, "languagesOfAssessment").Select(language => Enum.Parse<Language>(language).ToString())],
            Purpose = RuleJsonReader.Text(json, "purpose"),
            RegulatoryStatus = Enum.Parse<RegulatoryStatus>(Text(json, "regulatoryStatus")),
        });
        if (rule is not null)
        {
            draft.Rules.Put(new RuleRow { QualificationNumber = number, Rule = RuleJson.Write(rule) });
        }
    }

    private static QualificationLevel? Level(JsonElement json) => Numbers.Level(RuleJsonReader.Text(json, "level"));

    private static string Text(JsonElement json, string name) =>
        RuleJsonReader.Text(json, name) ?? throw new RowRejectedException($"`{name}` is missing");

    private static DateOnly? Date(JsonElement json, string name) =>
        RuleJsonReader.Text(json, name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
