using System.Globalization;
using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Exchange;
using Plr.Storage.Catalogue;

namespace Plr.Benchmarks.National;

/// <summary>Writes a catalogue of the exchange format as a file that <c>plr catalogue import</c> reads, with titles, sectors and dates made up.</summary>
internal sealed class NationalCatalogueFile
{
    private const int AwardingOrganisations = 160;
    private const int UnitsPerSector = 5_400;
    private static readonly string[] Nations = ["England", "Wales", "NorthernIreland"];

    private static readonly string[] Subjects =
    [
        "Adult Care", "Animal Care", "Bakery", "Business Administration", "Carpentry", "Catering", "Childcare", "Construction", "Customer Service", "Digital Skills",
        "Electrical Installation", "Engineering", "Fashion", "Floristry", "Forestry", "Hairdressing", "Horticulture", "Leadership", "Logistics", "Music Practice",
        "Networking", "Performing Arts", "Plumbing", "Retail", "Sport and Leisure", "Sustainable Waste", "Teaching Assistance", "Travel and Tourism", "Vehicle Maintenance", "Welding",
    ];

    private readonly ExchangeDocument document;
    private readonly Renumbering numbers;
    private readonly string[] sectors;
    private readonly Dictionary<UnitKey, int> placeOf;

    /// <param name="sectors">Codes of sector subject areas that the catalogue holds.</param>
    public NationalCatalogueFile(ExchangeDocument document, string[] sectors)
    {
        (this.document, this.sectors) = (document, sectors);
        numbers = new Renumbering(document.Units.Select(unit => unit.Key));
        placeOf = document.Units.Index().ToDictionary(unit => unit.Item.Key, unit => unit.Index);
    }

    public void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("format", "plr-catalogue/1");
        json.WriteStartArray("organisations");
        for (var index = 0; index < AwardingOrganisations; index++)
        {
            WriteOrganisation(json, index);
        }

        json.WriteEndArray();
        json.WriteStartArray("units");
        var countAs = document.Equivalences.ToLookup(equivalence => equivalence.CountsAs, equivalence => equivalence.Achieved);
        foreach (var (index, unit) in document.Units.Index())
        {
            WriteUnit(json, index, unit, countAs[unit.Key]);
        }

        json.WriteEndArray();
        json.WriteStartArray("qualifications");
        foreach (var (index, qualification) in document.Qualifications.Index())
        {
            WriteQualification(json, index, qualification.Rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Organisation(int index) => string.Create(CultureInfo.InvariantCulture, $"RN9{index % AwardingOrganisations:000}");

    private static void WriteOrganisation(Utf8JsonWriter json, int index)
    {
        json.WriteStartObject();
        json.WriteString("id", Organisation(index));
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"Awarding Organisation {index} (benchmark)"));
        json.WriteString("recognitionNumber", Organisation(index));
        json.WriteStartArray("kinds");
        json.WriteStringValue("AwardingOrganisation");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteUnit(Utf8JsonWriter json, int index, CatalogueUnit unit, IEnumerable<UnitKey> equivalents)
    {
        json.WriteStartObject();
        json.WriteString("number", numbers[unit.Key].Value);
        json.WriteString("title", string.Create(CultureInfo.InvariantCulture, $"{Subject(index)}: part {index % UnitsPerSector}"));
        json.WriteString("level", Level(unit.Level));
        json.WriteNumber("credits", unit.Credits);
        json.WriteNumber("guidedLearningHours", unit.GuidedLearningHours);
        json.WriteString("owner", Organisation(index));
        if (!unit.IsAvailable)
        {
            json.WriteString("withdrawnOn", "2018-08-31");
        }

        json.WriteStartArray("equivalentUnits");
        foreach (var equivalent in equivalents.Distinct())
        {
            json.WriteStringValue(numbers[equivalent].Value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteQualification(Utf8JsonWriter json, int index, RuleOfCombination rule)
    {
        var first = placeOf[rule.ListedUnits().First()];
        var level = Level(document.Units[first].Level);
        json.WriteStartObject();
        json.WriteString("number", Renumbering.Qualification(index));
        json.WriteString("title", string.Create(CultureInfo.InvariantCulture, $"{level} Qualification in {Subject(first)} (number {index})"));
        json.WriteString("awardingOrganisation", Organisation(index * 7));
        json.WriteString("framework", "Qcf");
        json.WriteString("type", "Vocationally-Related Qualification");
        json.WriteString("level", level);
        json.WriteString("sectorSubjectArea", sectors[first / UnitsPerSector % sectors.Length]);
        if (rule.Root.Bounds.FirstOrDefault(bound => bound is { IsUnfiltered: true, Measure: BoundMeasure.Credits, Min: not null }) is { } total)
        {
            json.WriteNumber("totalCredits", total.Min!.Value);
        }

        json.WriteStartArray("offeredIn");
        foreach (var nation in Nations.Where((_, at) => at == 0 || (index + at) % 3 == 0))
        {
            json.WriteStringValue(nation);
        }

        json.WriteEndArray();
        json.WriteString("operationalStart", new DateOnly(2009, 9, 1).AddDays(index % 3_000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("regulatoryStatus", "Approved");
        json.WritePropertyName("rule");
        json.WriteRawValue(RuleJson.Write(numbers.Rename(rule)));
        json.WriteEndObject();
    }

    private static string Subject(int unit) => Subjects[unit / UnitsPerSector % Subjects.Length];

    private static string Level(int rank) => rank <= 0 ? "Entry 3" : string.Create(CultureInfo.InvariantCulture, $"Level {rank}");
}
