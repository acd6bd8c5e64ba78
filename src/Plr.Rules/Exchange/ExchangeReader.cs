using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;
using Plr.Rules.Evaluation;
using Plr.Rules.Text;

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
    public static (ExchangeDocument? Document, ExchangeProblem? Problem) Read(ReadOnlySpan<byte> json) => Read(json, []);

    /// <summary>Reads a document beside another.</summary>
    /// <param name="others">The learners of the other one: identifiers are unique over both.</param>
    internal static (ExchangeDocument? Document, ExchangeProblem? Problem) Read(ReadOnlySpan<byte> json, IReadOnlyList<ExchangeLearner> others)
    {
        if (json.Length > MaxBytes)
        {
            return (null, TooLarge);
        }

        var text = Utf8Text.WithoutMark(json);
        if (Utf8Text.IndexOfInvalid(text) is >= 0 and var invalid)
        {
            return (null, At(text, "$", invalid, $"the byte 0x{text[invalid]:X2} is part of no character of UTF-8; save the file as UTF-8"));
        }

        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return (null, At(text, "$", 0, $"the document is empty; expected one of the format `{Format}`"));
        }

        try
        {
            return (ReadDocument(text, others), null);
        }
        catch (ExchangeFormatException wrong)
        {
            return (null, At(text, wrong.Path, wrong.Offset, wrong.Message));
        }
        catch (JsonException malformed)
        {
            return (null, At(text, "$", OffsetOf(text, malformed), "not JSON: " + malformed.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ')));
        }
    }

    /// <summary>Reads a stream to its end, or to <see cref="MaxBytes"/>.</summary>
    /// <returns>The bytes, or that there are more than that.</returns>
    public static (byte[]? Json, ExchangeProblem? Problem) ReadAll(Stream stream)
    {
        using var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Clamp(stream.Length - stream.Position, 0, MaxBytes) : 0);
        var chunk = new byte[1 << 16];
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            if (buffer.Length + read > MaxBytes)
            {
                return (null, TooLarge);
            }

            buffer.Write(chunk, 0, read);
        }

        return (buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray(), null);
    }

    private static ExchangeProblem TooLarge => new("$", 1, 1, $"the document is larger than {MaxBytes / (1024 * 1024)} MB (MaxBytes); split it");

    private static ExchangeProblem At(ReadOnlySpan<byte> text, string path, long offset, string message)
    {
        var place = new TextPlace(text).Advance(offset);
        return new ExchangeProblem(path, place.Line, place.Column, message);
    }

    private static long OffsetOf(ReadOnlySpan<byte> text, JsonException malformed)
    {
        var line = 0;
        for (var number = malformed.LineNumber ?? 0; number > 0; number--)
        {
            line += text[line..].IndexOf((byte)'\n') + 1;
        }

        return line + (malformed.BytePositionInLine ?? 0);
    }

    private static ExchangeDocument ReadDocument(ReadOnlySpan<byte> text, IReadOnlyList<ExchangeLearner> others)
    {
        var cursor = new JsonCursor(text);
        cursor.Read();
        var parts = new Parts(others);
        if (cursor.Token == JsonTokenType.StartArray)
        {
            parts.Learners = cursor.Array((ref JsonCursor at) => ReadLearner(parts, ref at), MaxEntries);
        }
        else
        {
            var start = cursor.Object(parts, ReadPart);
            TakeSingle(parts, start, ref cursor);
        }

        cursor.Read(); // Whatever follows is no JSON, which the reader says.
        return new ExchangeDocument
        {
            AsOf = parts.AsOf,
            Units = parts.Units,
            Equivalences = parts.Equivalences,
            Qualifications = parts.Qualifications,
            Learners = parts.Learners,
            Pairs = parts.Pairs,
        };
    }

    /// <summary>Takes the document that is one learner alone, and refuses one that is of another format altogether.</summary>
    private static void TakeSingle(Parts parts, long start, ref JsonCursor cursor)
    {
        if (parts.SingleLearner is { } achieved)
        {
            var single = new ExchangeLearner(parts.SingleId ?? "L1", achieved);
            _ = parts.LearnerIds.Add(single.Id) ? 0 : throw cursor.WrongAt(start, Taken(single));
            parts.Learners.Add(single);
        }
        else if (!parts.IsOfFormat)
        {
            throw cursor.WrongAt(start, $"the document has no `format`; expected `{Format}`");
        }
    }

    private static ExchangeLearner ReadLearner(Parts parts, ref JsonCursor cursor)
    {
        var learner = LearnerReader.Read(out var start, ref cursor);
        return parts.LearnerIds.Add(learner.Id) ? learner : throw cursor.WrongAt(start, Taken(learner));
    }

    private static string Taken(ExchangeLearner learner) => $"`{learner.Id}` is the identifier of another learner; give each learner one of their own";

    private static void ReadPart(Parts parts, ref JsonCursor cursor, string name)
    {
        switch (name)
        {
            case "format":
                var format = cursor.Text();
                parts.IsOfFormat = format == Format ? true : throw cursor.Wrong($"expected `{Format}`, not `{format}`");
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
                parts.Qualifications = cursor.Array((ref JsonCursor at) => RuleReader.Read(parts.QualificationIds, ref at), MaxEntries);
                parts.IsOfFormat = true;
                break;
            case "learners":
                parts.Learners = cursor.Array((ref JsonCursor at) => ReadLearner(parts, ref at), MaxEntries);
                parts.IsOfFormat = true;
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

    private static CatalogueUnit ReadUnit(Parts parts, ref JsonCursor cursor)
    {
        var read = new UnitParts();
        var start = cursor.Object(read, static (UnitParts unit, ref JsonCursor at, string name) =>
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
            throw cursor.WrongAt(start, "a unit has `id`, `credits` and `level`, and one of them is missing");
        }

        if (!parts.UnitIds.Add(read.Id))
        {
            throw cursor.WrongAt(start, $"`{read.Id}` is the identifier of another unit; give each unit once");
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
        var start = cursor.Object(0, (int _, ref JsonCursor at, string name) =>
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
            ? throw cursor.WrongAt(start, "an equivalence has `achieved` and `countsAs`, and one of them is missing")
            : new UnitEquivalence(achieved, countsAs, source, many);
    }

    internal static CreditSource ReadSource(ref JsonCursor cursor, bool fresh = false) => cursor.Text() switch
    {
        "own" => CreditSource.Own,
        "transfer" => CreditSource.Transfer,
        "rpl" => CreditSource.PriorLearning,
        "exemption" => CreditSource.Exemption,
        "fresh" when fresh => CreditSource.Fresh,
        var other => throw cursor.Wrong($"`{other}` is not a source of credit: own, transfer, rpl or exemption"),
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

    private sealed class Parts(IReadOnlyList<ExchangeLearner> others)
    {
        public bool IsOfFormat { get; set; }

        public DateOnly? AsOf { get; set; }

        public List<CatalogueUnit> Units { get; set; } = [];

        public HashSet<string> UnitIds { get; } = new(StringComparer.Ordinal);

        public List<UnitEquivalence> Equivalences { get; set; } = [];

        public List<QualificationRule> Qualifications { get; set; } = [];

        public HashSet<string> QualificationIds { get; } = new(StringComparer.Ordinal);

        public List<ExchangeLearner> Learners { get; set; } = [];

        public HashSet<string> LearnerIds { get; } = new(others.Select(learner => learner.Id), StringComparer.Ordinal);

        public List<(string Learner, string Qualification)>? Pairs { get; set; }

        public string? SingleId { get; set; }

        public List<AchievedUnit>? SingleLearner { get; set; }
    }
}
