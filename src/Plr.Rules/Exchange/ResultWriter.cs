using System.Text.Json;
using Plr.Domain;
using Plr.Rules.Evaluation;

namespace Plr.Rules.Exchange;

/// <summary>Writes one verdict as an entry of <c>rta-results/1</c>.</summary>
internal static class ResultWriter
{
    public static void Write(Utf8JsonWriter writer, string learner, Verdict verdict)
    {
        writer.WriteStartObject();
        writer.WriteString("learner", learner);
        writer.WriteString("qualification", verdict.Qualification);
        writer.WriteString("status", verdict.Status switch
        {
            VerdictStatus.Satisfied => "satisfied",
            VerdictStatus.Reachable => "reachable",
            VerdictStatus.Unreachable => "unreachable",
            VerdictStatus.RuleIncomplete => "incomplete",
            _ => "too-complex",
        });
        WriteWork(writer, "remaining", verdict.Remaining);
        if (verdict.Status == VerdictStatus.RuleTooComplex)
        {
            writer.WriteString("code", ErrorCodes.RuleTooComplex);
            WriteWork(writer, "atLeast", verdict.AtLeast);
            WriteWork(writer, "atMost", verdict.AtMost);
        }

        if (verdict.Remaining is not null)
        {
            WriteWitness(writer, verdict);
        }

        if (verdict is { Percent: { } percent, CreditsFromScratch: { } scratch })
        {
            writer.WriteStartObject("progress");
            writer.WriteNumber("of", scratch);
            writer.WriteNumber("percent", percent);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteWork(Utf8JsonWriter writer, string name, RemainingWork? work)
    {
        if (work is { } known)
        {
            writer.WriteStartObject(name);
            writer.WriteNumber("credits", known.Credits);
            writer.WriteNumber("units", known.Units);
            writer.WriteNumber("glh", known.GuidedLearningHours);
            writer.WriteEndObject();
        }
    }

    private static void WriteWitness(Utf8JsonWriter writer, Verdict verdict)
    {
        writer.WriteStartArray("witness");
        foreach (var counted in verdict.Counted)
        {
            writer.WriteStartObject();
            writer.WriteString("unit", counted.Unit.Value);
            writer.WriteString("node", counted.Node);
            writer.WriteString("via", counted.Achievement is { } index ? $"a{index}" : "fresh");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
