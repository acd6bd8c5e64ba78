using System.Text.Json;
using System.Text.Json.Nodes;
using Plr.Domain.Combination;

namespace Plr.Storage.Catalogue;

/// <summary>A rule of combination as JSON, in the words of the exchange format (types all, pool, group, choose, other).</summary>
internal static class RuleJson
{
    /// <summary>The rule as text for <c>jsonb</c>. Empty parts are left out, so that equal rules give equal values.</summary>
    public static string Write(RuleOfCombination rule) => new JsonObject
    {
        ["root"] = Node(rule.Root),
        ["overlays"] = Array(rule.Overlays, Node),
        ["bars"] = Array(rule.Bars, bar => new JsonObject { ["units"] = Keys(bar.Units), ["max"] = bar.Max }),
        ["requires"] = Array(rule.Requires, item => new JsonObject { ["if"] = item.If.Value, ["anyOf"] = Keys(item.AnyOf) }),
        ["maxAgeMonths"] = rule.MaxAgeMonths,
        ["maxAge"] = Array(rule.MaxAges, age => new JsonObject { ["units"] = Keys(age.Units), ["months"] = age.Months }),
        ["excludeUsedIn"] = Array(rule.ExcludeUsedIn, number => number),
        ["sources"] = Array(rule.Sources, source => new JsonObject { ["address"] = source.Address, ["section"] = source.Section }),
        ["missing"] = rule.Completeness is RuleCompleteness.Partial partial ? Array(partial.Reasons, reason => reason) : null,
    }.ToJsonString();

    /// <summary>The rule that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The store was altered.</exception>
    public static RuleOfCombination Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var rule = document.RootElement;
        var missing = RuleJsonReader.Strings(rule, "missing");
        return new RuleOfCombination
        {
            Root = RuleJsonReader.Node(rule.GetProperty("root")),
            Overlays = RuleJsonReader.List(rule, "overlays", RuleJsonReader.Node),
            Bars = RuleJsonReader.List(rule, "bars", bar => new Bar(RuleJsonReader.Keys(bar, "units"), bar.GetProperty("max").GetInt32())),
            Requires = RuleJsonReader.List(rule, "requires", item => new UnitDependency(RuleJsonReader.Text(item, "if")!, RuleJsonReader.Keys(item, "anyOf"))),
            MaxAgeMonths = RuleJsonReader.Number(rule, "maxAgeMonths"),
            MaxAges = RuleJsonReader.List(rule, "maxAge", age => new AgeLimit(RuleJsonReader.Keys(age, "units"), age.GetProperty("months").GetInt32())),
            ExcludeUsedIn = RuleJsonReader.Strings(rule, "excludeUsedIn"),
            Sources = RuleJsonReader.List(rule, "sources", source => new RuleSource(RuleJsonReader.Text(source, "address")!, RuleJsonReader.Text(source, "section"))),
            Completeness = missing.Count == 0 ? new RuleCompleteness.Complete() : new RuleCompleteness.Partial(missing),
        };
    }

    private static JsonNode Node(RuleNode node)
    {
        var json = new JsonObject { ["id"] = node.Id, ["name"] = node.Name, ["bounds"] = Array(node.Bounds, Bound) };
        switch (node)
        {
            case RuleNode.All all:
                Units(json, "all", all.Units, all.Unidentified);
                break;
            case RuleNode.Pool pool:
                Units(json, "pool", pool.Units, pool.Unidentified);
                json["clip"] = pool.Clip;
                break;
            case RuleNode.Group group:
                json["type"] = "group";
                json["nodes"] = Array(group.Nodes, Node);
                json["clip"] = group.Clip;
                break;
            case RuleNode.Choose choose:
                json["type"] = "choose";
                json["min"] = choose.Min;
                json["max"] = choose.Max;
                json["nodes"] = Array(choose.Nodes, Node);
                break;
            case RuleNode.OtherCredit other:
                json["type"] = "other";
                json["minLevel"] = other.MinLevel;
                json["maxLevel"] = other.MaxLevel;
                json["sectors"] = Array(other.Sectors, sector => sector);
                json["withinMonths"] = other.AchievedWithinMonths;
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no form for {node.GetType().Name}");
        }

        return json;
    }

    private static void Units(JsonObject json, string type, IReadOnlyList<UnitKey> units, IReadOnlyList<UnidentifiedUnit> unidentified)
    {
        json["type"] = type;
        json["units"] = Keys(units);
        json["unidentified"] = Array(unidentified, unit => new JsonObject
        {
            ["code"] = unit.AwardingOrganisationCode, ["title"] = unit.Title, ["credits"] = unit.Credits, ["level"] = unit.Level,
        });
    }

    private static JsonNode Bound(Bound bound) => new JsonObject
    {
        ["measure"] = bound.Measure.ToString(),
        ["min"] = bound.Min,
        ["max"] = bound.Max,
        ["minLevel"] = bound.MinLevel,
        ["maxLevel"] = bound.MaxLevel,
        ["sources"] = bound.Sources is null ? null : Array(bound.Sources, source => source.ToString()),
        ["units"] = bound.Units is null ? null : Keys(bound.Units),
        ["minShare"] = bound.MinShare is null ? null : new JsonArray(bound.MinShare.Numerator, bound.MinShare.Denominator),
    };

    private static JsonArray Keys(IReadOnlyList<UnitKey> units) => Array(units, unit => unit.Value);

    private static JsonArray Array<T>(IReadOnlyList<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);
}
