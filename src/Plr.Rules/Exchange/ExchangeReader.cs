using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Exchange;

/// <summary>Reads <c>rta-exchange/1</c>. Refuses what is not of the form, with path, line and reason; ignores members it does not know.</summary>
public static class ExchangeReader
{
    /// <summary>The name of the format.</summary>
    public const string Format = "rta-exchange/1";

    /// <summary>The largest document that is read, in bytes: several times a national catalogue.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    internal const int MaxEntries = 5_000_000;

    /// <summary>Reads a document.</summary>
    /// <returns>The document, or the first problem.</returns>
    public static (ExchangeDocument? Document, ExchangeProblem? Problem) Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxBytes)
        {
            return (null, new ExchangeProblem("$", 0, 0, $"the document is larger than {MaxBytes / (1024 * 1024)} MB"));
        }

        var bom = json.StartsWith("\uFEFF"u8) ? 3 : 0;
        try
        {
            return (ReadDocument(json[bom..]), null);
        }
        catch (ExchangeFormatException wrong)
        {
            return (null, At(json, wrong.Path, wrong.Offset + bom, wrong.Message));
        }
        catch (JsonException malformed)
        {
            return (null, new ExchangeProblem(
                malformed.Path ?? "$", (int)(malformed.LineNumber ?? 0) + 1, (int)(malformed.BytePositionInLine ?? 0) + 1, "not JSON: " + FirstSentence(malformed.Message)));
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so of text with broken escapes or bytes that are not UTF-8.
            return (null, new ExchangeProblem("$", 0, 0, "not JSON: a text is not valid UTF-8"));
        }
    }

    /// <summary>A problem at a byte of a document.</summary>
    internal static ExchangeProblem At(ReadOnlySpan<byte> json, string path, long offset, string message)
    {
        var before = json[..(int)Math.Min(offset, json.Length)];
        var line = before.Count((byte)'\n') + 1;
        return new ExchangeProblem(path, line, before.Length - before.LastIndexOf((byte)'\n'), message);
    }

    private static string FirstSentence(string message) => message.Split(" LineNumber:")[0].TrimEnd('.', ' ');

    private static ExchangeDocument ReadDocument(ReadOnlySpan<byte> json)
    {
        var cursor = new JsonCursor(json);
        cursor.Read();
        var parts = new Parts();
        if (cursor.Token == JsonTokenType.StartArray)
        {
            parts.Learners = cursor.Array(LearnerReader.Read, MaxEntries);
        }
        else
        {
            cursor.Object(parts, ReadPart);
        }

        while (cursor.Read())
        {
            throw cursor.Wrong("something follows the end of the document");
        }

        if (parts.SingleLearner is { } single)
        {
            parts.Learners.Add(new ExchangeLearner(parts.SingleId ?? "L1", single));
        }

        return new ExchangeDocument
        {
            AsOf = parts.AsOf,
            Units = parts.Units,
            Equivalences = parts.Equivalences,
            Qualifications = parts.Qualifications,
            Learners = parts.Learners,
            Pairs = parts.Pairs,
            Offsets = parts.Offsets,
        };
    }

    private static void ReadPart(Parts parts, ref JsonCursor cursor, string name)
    {
        switch (name)
        {
            case "format":
                var format = cursor.Text();
                _ = format == Format ? format : throw cursor.Wrong($"expected `{Format}`, not `{format}`");
                break;
            case "asOf":
                parts.AsOf = cursor.Date();
                break;
            case "units":
                parts.Units = cursor.Array((ref JsonCursor at) => ReadUnit(parts, ref at), MaxEntries);
                break;
            case "equivalent":
                parts.Equivalences = cursor.Array(ReadEquivalence, MaxEntries);
                break;
            case "qualifications":
                parts.Qualifications = cursor.Array((ref JsonCursor at) => RuleReader.Read(parts.Offsets, ref at), MaxEntries);
                break;
            case "learners":
                var ids = new HashSet<string>(StringComparer.Ordinal);
                parts.Learners = cursor.Array((ref JsonCursor at) => Distinct(LearnerReader.Read(ref at), ids, ref at), MaxEntries);
                break;
            case "pairs":
                parts.Pairs = cursor.Array(LearnerReader.ReadPair, MaxEntries);
                break;
            case "id":
                parts.SingleId = cursor.Text();
                break;
            case "achieved":
                parts.SingleLearner = cursor.Array(LearnerReader.ReadAchieved, MaxEntries);
                break;
            default:
                cursor.Skip();
                break;
        }
    }

    private static ExchangeLearner Distinct(ExchangeLearner learner, HashSet<string> ids, ref JsonCursor cursor) =>
        ids.Add(learner.Id) ? learner : throw cursor.Wrong($"`{learner.Id}` is the identifier of another learner");

    private static CatalogueUnit ReadUnit(Parts parts, ref JsonCursor cursor)
    {
        var read = new UnitParts();
        var start = cursor.Offset;
        cursor.Object(read, static (UnitParts unit, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "id":
                    unit.Id = at.Text();
                    break;
                case "credits":
                    unit.Credits = at.Number(0, CatalogueUnit.MaxCredits);
                    break;
                case "level":
                    unit.Level = at.Number(-2, 8);
                    break;
                case "glh":
                    unit.Hours = at.NumberOrNull(0, CatalogueUnit.MaxGuidedLearningHours) ?? 0;
                    break;
                case "available":
                    unit.IsAvailable = at.Truth();
                    break;
                case "sectors":
                    unit.Sectors = at.Array(static (ref JsonCursor item) => item.Text(), MaxEntries);
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        if (read.Id is null || read.Credits is null || read.Level is null)
        {
            throw new ExchangeFormatException(cursor.Path, start, "a unit has `id`, `credits` and `level`");
        }

        if (!parts.UnitIds.Add(read.Id))
        {
            throw new ExchangeFormatException(cursor.Path, start, $"`{read.Id}` is the identifier of another unit");
        }

        return new CatalogueUnit
        {
            Key = read.Id,
            Credits = read.Credits.Value,
            Level = read.Level.Value,
            GuidedLearningHours = read.Hours,
            IsAvailable = read.IsAvailable,
            Sectors = read.Sectors,
        };
    }

    private static UnitEquivalence ReadEquivalence(ref JsonCursor cursor)
    {
        string? achieved = null, countsAs = null;
        CreditSource? source = null;
        var many = false;
        cursor.Object(0, (int _, ref JsonCursor at, string name) =>
        {
            switch (name)
            {
                case "achieved":
                    achieved = at.Text();
                    break;
                case "countsAs":
                    countsAs = at.Text();
                    break;
                case "source":
                    source = at.Token == JsonTokenType.Null ? null : ReadSource(ref at);
                    break;
                case "many":
                    many = at.Truth();
                    break;
                default:
                    at.Skip();
                    break;
            }
        });
        return achieved is null || countsAs is null
            ? throw cursor.Wrong("an equivalence has `achieved` and `countsAs`")
            : new UnitEquivalence(achieved, countsAs, source, many);
    }

    internal static CreditSource ReadSource(ref JsonCursor cursor, bool fresh = false) => cursor.Text() switch
    {
        "own" => CreditSource.Own,
        "transfer" => CreditSource.Transfer,
        "rpl" => CreditSource.PriorLearning,
        "exemption" => CreditSource.Exemption,
        "fresh" when fresh => CreditSource.Fresh,
        var other => throw cursor.Wrong($"`{other}` is not a source of credit"),
    };

    private sealed class UnitParts
    {
        public string? Id { get; set; }

        public int? Credits { get; set; }

        public int? Level { get; set; }

        public int Hours { get; set; }

        public bool IsAvailable { get; set; } = true;

        public List<string> Sectors { get; set; } = [];
    }

    private sealed class Parts
    {
        public DateOnly? AsOf { get; set; }

        public List<CatalogueUnit> Units { get; set; } = [];

        public HashSet<string> UnitIds { get; } = new(StringComparer.Ordinal);

        public List<UnitEquivalence> Equivalences { get; set; } = [];

        public List<QualificationRule> Qualifications { get; set; } = [];

        public Dictionary<string, IReadOnlyDictionary<string, long>> Offsets { get; } = new(StringComparer.Ordinal);

        public List<ExchangeLearner> Learners { get; set; } = [];

        public List<(string Learner, string Qualification)>? Pairs { get; set; }

        public string? SingleId { get; set; }

        public List<AchievedUnit>? SingleLearner { get; set; }
    }
}
