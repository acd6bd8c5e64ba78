using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Rules.Compilation;

namespace Plr.Rules.Exchange;

/// <summary>Writes units, equivalences, rules and learners as <c>rta-exchange/1</c>. What is absent or empty is left out; reading gives the same values.</summary>
public static class ExchangeWriter
{
    private const int MaxPending = 1 << 16;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // A file, never part of a page.
        MaxDepth = 512,
    };

    /// <summary>Writes a document without learners.</summary>
    public static void Write(
        Stream output, IReadOnlyList<CatalogueUnit> units, IReadOnlyList<UnitEquivalence> equivalences, IReadOnlyList<QualificationRule> qualifications)
    {
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("format", ExchangeReader.Format);
        List(json, "units", units, Unit);
        List(json, "equivalent", equivalences, Equivalence);
        List(json, "qualifications", qualifications, Qualification);
        json.WriteEndObject();
    }

    /// <summary>Writes a document of learners alone, to be read beside a catalogue.</summary>
    /// <param name="asOf">The date that ages are measured at; null leaves it out.</param>
    public static void WriteLearners(Stream output, DateOnly? asOf, IReadOnlyList<ExchangeLearner> learners)
    {
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("format", ExchangeReader.Format);
        Optional(json, "asOf", asOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        List(json, "learners", learners, Learner);
        json.WriteEndObject();
    }

    internal static string Word(CreditSource source) => source switch
    {
        CreditSource.Own => "own",
        CreditSource.Transfer => "transfer",
        CreditSource.PriorLearning => "rpl",
        CreditSource.Exemption => "exemption",
        _ => "fresh",
    };

    private static void Unit(Utf8JsonWriter json, CatalogueUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("id", unit.Key.Value);
        json.WriteNumber("credits", unit.Credits);
        json.WriteNumber("level", unit.Level);
        json.WriteNumber("glh", unit.GuidedLearningHours);
        if (!unit.IsAvailable)
        {
            json.WriteBoolean("available", false);
        }

        List(json, "sectors", unit.Sectors, Text);
        json.WriteEndObject();
    }

    private static void Equivalence(Utf8JsonWriter json, UnitEquivalence edge)
    {
        json.WriteStartObject();
        json.WriteString("achieved", edge.Achieved.Value);
        json.WriteString("countsAs", edge.CountsAs.Value);
        Optional(json, "source", edge.Source is { } source ? Word(source) : null);
        if (edge.Many)
        {
            json.WriteBoolean("many", true);
        }

        json.WriteEndObject();
    }

    private static void Qualification(Utf8JsonWriter json, QualificationRule qualification)
    {
        var rule = qualification.Rule;
        json.WriteStartObject();
        json.WriteString("id", qualification.Number);
        Optional(json, "title", qualification.Title);
        Optional(json, "totalCredits", qualification.TotalCredits);
        json.WritePropertyName("root");
        NodeWriter.Write(json, rule.Root);
        List(json, "overlays", rule.Overlays, NodeWriter.Write);
        List(json, "bars", rule.Bars, (at, bar) =>
        {
            at.WriteStartObject();
            Keys(at, "units", bar.Units);
            at.WriteNumber("max", bar.Max);
            at.WriteEndObject();
        });
        List(json, "requires", rule.Requires, (at, need) =>
        {
            at.WriteStartObject();
            at.WriteString("if", need.If.Value);
            Keys(at, "anyOf", need.AnyOf);
            at.WriteEndObject();
        });
        Optional(json, "maxAgeMonths", rule.MaxAgeMonths);
        List(json, "maxAge", rule.MaxAges, (at, age) =>
        {
            at.WriteStartObject();
            Keys(at, "units", age.Units);
            at.WriteNumber("months", age.Months);
            at.WriteEndObject();
        });
        List(json, "excludeUsedIn", rule.ExcludeUsedIn, Text);
        List(json, "sources", rule.Sources, (at, source) =>
        {
            at.WriteStartObject();
            at.WriteString("address", source.Address);
            Optional(at, "section", source.Section);
            at.WriteEndObject();
        });
        List(json, "missing", rule.Completeness is RuleCompleteness.Partial partial ? partial.Reasons : [], Text);
        json.WriteEndObject();
    }

    private static void Learner(Utf8JsonWriter json, ExchangeLearner learner)
    {
        json.WriteStartObject();
        json.WriteString("id", learner.Id);
        json.WriteStartArray("achieved"); // A required member, so it is written when it is empty too.
        foreach (var achieved in learner.Achieved)
        {
            json.WriteStartObject();
            json.WriteString("unit", achieved.Unit.Value);
            Optional(json, "awarded", achieved.Awarded?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Optional(json, "source", achieved.Source == CreditSource.Own ? null : Word(achieved.Source));
            List(json, "usedIn", achieved.UsedIn, Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Text(Utf8JsonWriter json, string text) => json.WriteStringValue(text);

    internal static void Keys(Utf8JsonWriter json, string name, IReadOnlyList<UnitKey> units)
    {
        json.WriteStartArray(name);
        foreach (var unit in units)
        {
            json.WriteStringValue(unit.Value);
        }

        json.WriteEndArray();
    }

    internal static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
            if (json.BytesPending > MaxPending)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    internal static void Optional(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    internal static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
