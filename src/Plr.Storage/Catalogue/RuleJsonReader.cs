using System.Text.Json;
using Plr.Domain.Combination;

namespace Plr.Storage.Catalogue;

/// <summary>Reads the nodes that <see cref="RuleJson"/> wrote. A property that is missing or null is absent.</summary>
internal static class RuleJsonReader
{
    /// <summary>A node and everything below it.</summary>
    /// <exception cref="JsonException">The type is none of ours.</exception>
    public static RuleNode Node(JsonElement json)
    {
        var id = Text(json, "id") ?? throw new JsonException("a node of a rule has no `id`");
        var name = Text(json, "name");
        var bounds = List(json, "bounds", Bound);
        return Text(json, "type") switch
        {
            "all" => new RuleNode.All { Id = id, Name = name, Bounds = bounds, Units = Keys(json, "units"), Unidentified = Unidentified(json) },
            "pool" => new RuleNode.Pool
            {
                Id = id, Name = name, Bounds = bounds, Units = Keys(json, "units"), Unidentified = Unidentified(json), Clip = Number(json, "clip"),
            },
            "group" => new RuleNode.Group { Id = id, Name = name, Bounds = bounds, Nodes = List(json, "nodes", Node), Clip = Number(json, "clip") },
            "choose" => new RuleNode.Choose
            {
                Id = id, Name = name, Bounds = bounds, Nodes = List(json, "nodes", Node), Min = Number(json, "min") ?? 1, Max = Number(json, "max") ?? 1,
            },
            "other" => new RuleNode.OtherCredit
            {
                Id = id, Name = name, Bounds = bounds, MinLevel = Number(json, "minLevel"), MaxLevel = Number(json, "maxLevel"),
                Sectors = Strings(json, "sectors"), AchievedWithinMonths = Number(json, "withinMonths"),
            },
            var other => throw new JsonException($"a node of a rule has the unknown type `{other}`"),
        };
    }

    /// <summary>The items of an array; empty when it is absent.</summary>
    public static IReadOnlyList<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray().Select(read)] : [];

    /// <summary>The strings of an array; empty when it is absent.</summary>
    public static IReadOnlyList<string> Strings(JsonElement json, string name) =>
        List(json, name, item => item.GetString() ?? throw new JsonException($"`{name}` holds something that is no text"));

    /// <summary>The unit keys of an array; empty when it is absent.</summary>
    public static IReadOnlyList<UnitKey> Keys(JsonElement json, string name) => [.. Strings(json, name).Select(UnitKey.FromString)];

    /// <summary>A text, or null.</summary>
    public static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>A whole number, or null.</summary>
    public static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static IReadOnlyList<UnidentifiedUnit> Unidentified(JsonElement json) =>
        List(json, "unidentified", unit => new UnidentifiedUnit(Text(unit, "code"), Text(unit, "title"), Number(unit, "credits"), Number(unit, "level")));

    private static Bound Bound(JsonElement json) => new()
    {
        Measure = Enum.Parse<BoundMeasure>(Text(json, "measure") ?? ""),
        Min = Number(json, "min"),
        Max = Number(json, "max"),
        MinLevel = Number(json, "minLevel"),
        MaxLevel = Number(json, "maxLevel"),
        Sources = json.TryGetProperty("sources", out var sources) && sources.ValueKind == JsonValueKind.Array
            ? [.. Strings(json, "sources").Select(Enum.Parse<CreditSource>)] : null,
        Units = json.TryGetProperty("units", out var units) && units.ValueKind == JsonValueKind.Array ? Keys(json, "units") : null,
        MinShare = json.TryGetProperty("minShare", out var share) && share.ValueKind == JsonValueKind.Array
            ? new Share(share[0].GetInt32(), share[1].GetInt32()) : null,
    };
}
