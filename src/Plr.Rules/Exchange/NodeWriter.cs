using System.Diagnostics;
using System.Text.Json;
using Plr.Domain.Combination;

namespace Plr.Rules.Exchange;

/// <summary>Writes the nodes of a rule's trees.</summary>
internal static class NodeWriter
{
    public static void Write(Utf8JsonWriter json, RuleNode node)
    {
        json.WriteStartObject();
        json.WriteString("id", node.Id);
        ExchangeWriter.Optional(json, "name", node.Name);
        json.WriteString("type", TypeOf(node));
        switch (node)
        {
            case RuleNode.Pool pool:
                ExchangeWriter.Optional(json, "clip", pool.Clip);
                break;
            case RuleNode.Group group:
                ExchangeWriter.Optional(json, "clip", group.Clip);
                break;
            case RuleNode.Choose choose:
                json.WriteNumber("min", choose.Min);
                json.WriteNumber("max", choose.Max);
                break;
            case RuleNode.OtherCredit other:
                ExchangeWriter.Optional(json, "minLevel", other.MinLevel);
                ExchangeWriter.Optional(json, "maxLevel", other.MaxLevel);
                ExchangeWriter.List(json, "sectors", other.Sectors, ExchangeWriter.Text);
                ExchangeWriter.Optional(json, "withinMonths", other.AchievedWithinMonths);
                break;
        }

        ExchangeWriter.List(json, "bounds", node.Bounds, Bound);
        Contents(json, node);
        json.WriteEndObject();
    }

    private static string TypeOf(RuleNode node) => node switch
    {
        RuleNode.All => "all",
        RuleNode.Pool => "pool",
        RuleNode.Group => "group",
        RuleNode.Choose => "choose",
        RuleNode.OtherCredit => "other",
        _ => throw new UnreachableException($"no type for {node.GetType().Name}"),
    };

    private static void Contents(Utf8JsonWriter json, RuleNode node)
    {
        switch (node)
        {
            case RuleNode.All all:
                Units(json, all.Units, all.Unidentified);
                break;
            case RuleNode.Pool pool:
                Units(json, pool.Units, pool.Unidentified);
                break;
            case RuleNode.Group group:
                Nodes(json, group.Nodes);
                break;
            case RuleNode.Choose choose:
                Nodes(json, choose.Nodes);
                break;
        }
    }

    // Required members, so they are written when they are empty too.
    private static void Nodes(Utf8JsonWriter json, IReadOnlyList<RuleNode> nodes)
    {
        json.WriteStartArray("nodes");
        foreach (var node in nodes)
        {
            Write(json, node);
        }

        json.WriteEndArray();
    }

    private static void Units(Utf8JsonWriter json, IReadOnlyList<UnitKey> units, IReadOnlyList<UnidentifiedUnit> unidentified)
    {
        ExchangeWriter.Keys(json, "units", units);
        ExchangeWriter.List(json, "unidentified", unidentified, (at, unit) =>
        {
            at.WriteStartObject();
            ExchangeWriter.Optional(at, "code", unit.AwardingOrganisationCode);
            ExchangeWriter.Optional(at, "title", unit.Title);
            ExchangeWriter.Optional(at, "credits", unit.Credits);
            ExchangeWriter.Optional(at, "level", unit.Level);
            at.WriteEndObject();
        });
    }

    private static void Bound(Utf8JsonWriter json, Bound bound)
    {
        json.WriteStartObject();
        json.WriteString("measure", bound.Measure switch { BoundMeasure.Credits => "credits", BoundMeasure.Units => "units", _ => "glh" });
        ExchangeWriter.Optional(json, "min", bound.Min);
        ExchangeWriter.Optional(json, "max", bound.Max);
        ExchangeWriter.Optional(json, "minLevel", bound.MinLevel);
        ExchangeWriter.Optional(json, "maxLevel", bound.MaxLevel);
        if (bound.Sources is { } sources)
        {
            json.WriteStartArray("sources");
            foreach (var source in sources)
            {
                json.WriteStringValue(ExchangeWriter.Word(source));
            }

            json.WriteEndArray();
        }

        if (bound.Units is { } units)
        {
            ExchangeWriter.Keys(json, "units", units);
        }

        if (bound.MinShare is { } share)
        {
            json.WriteStartArray("minShare");
            json.WriteNumberValue(share.Numerator);
            json.WriteNumberValue(share.Denominator);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
