using System.Globalization;
using System.Text.Json;
using Plr.Domain.Catalogue;
using Plr.Domain.Combination;
using Plr.Domain.Identifiers;
using Plr.Storage.Catalogue;

namespace Plr.Storage.Import;

/// <summary>One published rule of combination: facts read out of an awarding organisation's specification, and a reading of its sentences.</summary>
/// <remarks>One file may speak of several qualifications: the same rule under several numbers, or one rule a size.</remarks>
internal sealed class PublishedRule(FileImport file, JsonElement json, Draft draft)
{
    private const int FileNumbers = 1_000;
    private readonly string title = json.GetProperty("title").GetString() ?? "";

    /// <summary>Puts the qualifications, their units and their rules into the draft.</summary>
    public ImportedFile Take()
    {
        var units = new PublishedUnits(file, draft).Take(json);
        var readings = Readings();
        foreach (var (reading, index) in readings.Select((reading, index) => (reading, index)))
        {
            foreach (var (number, organisation, local) in Targets(reading, index))
            {
                file.Take($"qan {number}", () =>
                    Put(Numbers.Qualification(number, fromRegister: false, file, "qan"), organisation, local, reading, readings.Count, units));
            }
        }

        return file.Done("published rule of combination");
    }

    private List<JsonElement> Readings()
    {
        var reading = json.GetProperty("reading");
        return reading.ValueKind == JsonValueKind.Array ? [.. reading.EnumerateArray()] : [reading];
    }

    /// <summary>The numbers a reading is about: its own, the file's, or a local one when none is published.</summary>
    private List<(string Number, string Organisation, bool Local)> Targets(JsonElement reading, int index)
    {
        var organisation = RuleJsonReader.Text(json, "awardingOrganisation") ?? "";
        if (reading.ValueKind == JsonValueKind.Object && RuleJsonReader.Text(reading, "qan") is { } own)
        {
            return [(own, organisation, false)];
        }

        var qan = json.TryGetProperty("qan", out var published) ? published : default;
        return qan.ValueKind switch
        {
            JsonValueKind.String => [(qan.GetString()!, organisation, false)], // A string is never null.
            JsonValueKind.Object => [.. qan.EnumerateObject().Select(entry => (entry.Name, entry.Value.GetString() ?? organisation, false))],
            _ => [(Local(index).Value, organisation, true)],
        };
    }

    /// <summary>A number of series 000, which the register never issues: the file's number, and the size's position in thousands.</summary>
    private QualificationNumber Local(int index)
    {
        var digits = new string([.. Path.GetFileName(file.File).TakeWhile(char.IsAsciiDigit)]);
        var fileNumber = int.TryParse(digits, CultureInfo.InvariantCulture, out var parsed) && parsed < FileNumbers
            ? parsed
            : throw new CatalogueImportException(file.File, null, "a rule without a published qualification number needs a file name that begins with a number below 1000");
        var seven = string.Create(CultureInfo.InvariantCulture, $"000{(index * FileNumbers) + fileNumber:0000}");
        var number = "0123456789X".Select(check => QualificationNumber.Parse(seven + check)).First(candidate => candidate.Succeeded).Value;
        file.Warn("qan", $"no qualification number is published; catalogued under the local number {number}");
        return number;
    }

    private void Put(
        QualificationNumber number, string organisation, bool local, JsonElement reading, int readings, Dictionary<string, List<PublishedUnit>> units)
    {
        var level = Numbers.Level(RuleJsonReader.Text(json, "level")) ?? throw new RowRejectedException("its level is none of the register's");
        var tree = new RuleReading(reading, level.Rank(), Credits(reading), units);
        var rule = tree.Rule(Sources(), Missing(readings));
        draft.Qualifications.Put(Qualification(number, organisation, local, reading, readings, level));
        draft.Rules.Put(new RuleRow { QualificationNumber = number, Rule = RuleJson.Write(rule) });
        if (rule.Completeness is RuleCompleteness.Partial partial)
        {
            file.Warn(number.Value, "the rule is partial, so progress is not computed from it: " + string.Join("; ", partial.Reasons));
        }
    }

    /// <summary>The register's word stands where it has one; this file fills what it leaves open.</summary>
    private QualificationRow Qualification(
        QualificationNumber number, string organisation, bool local, JsonElement reading, int readings, QualificationLevel level)
    {
        var held = draft.Qualifications.Find(number);
        if (held is not null && held.RegulatoryStatus != RegulatoryStatus.NotInRegister)
        {
            return held with { TotalCredits = held.TotalCredits ?? Credits(reading) };
        }

        if (!local)
        {
            file.Warn(number.Value, "the register that was imported holds no qualification of this number; catalogued as not in the register");
        }

        return new QualificationRow
        {
            Number = number,
            Title = readings > 1 && RuleJsonReader.Text(reading, "size") is { } size ? $"{title.Split(':')[0]}: {size}" : title,
            AwardingOrganisation = Organisation(organisation),
            Framework = Framework(),
            Type = "Not published",
            Level = level,
            TotalCredits = Credits(reading),
            MinimumGuidedLearningHours = RuleJsonReader.Number(json, "minGLH") ?? RuleJsonReader.Number(json, "gLH"),
            MaximumGuidedLearningHours = RuleJsonReader.Number(json, "maxGLH") ?? RuleJsonReader.Number(json, "gLH"),
            TotalQualificationTime = RuleJsonReader.Number(json, "tqt"),
            RegulatoryStatus = RegulatoryStatus.NotInRegister,
        };
    }

    private OrganisationId Organisation(string published)
    {
        var name = published.Split('(')[0].Replace(" and others", "", StringComparison.Ordinal).Trim();
        var isNamed = name.Length > 0 && !name.StartsWith("not named", StringComparison.Ordinal) && !name.StartsWith("several", StringComparison.Ordinal);
        if (isNamed)
        {
            return draft.Organisations.FindOrMake(name, file, "awardingOrganisation");
        }

        file.Warn("awardingOrganisation", "the source names no awarding organisation");
        return draft.Organisations.FindOrMake("Awarding organisation not named", file, "awardingOrganisation");
    }

    private Framework Framework() => (RuleJsonReader.Text(json, "framework") ?? "").Split('/', ' ')[0] switch
    {
        "QCF" => Domain.Catalogue.Framework.Qcf,
        "NQF" => Domain.Catalogue.Framework.Nqf,
        "CQFW" => Domain.Catalogue.Framework.Cqfw,
        _ => Domain.Catalogue.Framework.Rqf,
    };

    private int? Credits(JsonElement reading) => RuleJsonReader.Number(reading, "totalCredits")
        ?? RuleJsonReader.Number(json, "minimumCredits");

    private IReadOnlyList<RuleSource> Sources() => RuleJsonReader.List(json, "source", Source);

    /// <summary>An address, alone or with the section that says it.</summary>
    private static RuleSource Source(JsonElement source) => source.ValueKind == JsonValueKind.Object
        ? new RuleSource(RuleJsonReader.Text(source, "address") ?? throw new InvalidOperationException("a source has no `address`"), RuleJsonReader.Text(source, "section"))
        : new RuleSource(source.GetString()!);

    private IEnumerable<string> Missing(int readings)
    {
        var said = RuleJsonReader.Strings(json, "missing");
        foreach (var reason in said)
        {
            yield return reason;
        }

        if (said.Count == 0 && (!json.TryGetProperty("unitTableComplete", out var complete) || complete.ValueKind != JsonValueKind.True))
        {
            yield return "the unit table could not be read whole from the source";
        }

        if (readings > 1)
        {
            yield return "the source describes several sizes over one unit list, without saying which units belong to which";
        }
    }
}
