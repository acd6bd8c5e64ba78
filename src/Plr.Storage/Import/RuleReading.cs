using System.Text.Json;
using Plr.Domain.Combination;
using Plr.Storage.Catalogue;

namespace Plr.Storage.Import;

/// <summary>Makes the tree of a rule out of the reading of its sentences.</summary>
/// <remarks>Whatever of the reading is not understood makes the rule partial, with the reason: nothing is guessed.</remarks>
internal sealed class RuleReading(JsonElement reading, int level, int? totalCredits, Dictionary<string, List<PublishedUnit>> units)
{
    private static readonly HashSet<string> RootWords =
        ["totalCredits", "minimumCreditsAtOrAboveLevel", "minimumCreditsAtLevel", "groups", "common", "choiceOfOne", "qan", "size", "minSubcomponents"];

    private static readonly HashSet<string> GroupWords =
        ["name", "type", "allUnits", "minCredit", "maxCredit", "minSubcomponents", "maxSubcomponents", "note", "remainder", "choiceOfOne", "countsTowardsTotal", "groups", "minLevel"];

    private static readonly HashSet<string> PathwayWords = ["pathway", "groups", "optionalCredits"];
    private readonly List<string> reasons = [];
    private readonly HashSet<string> ids = [];
    private readonly HashSet<string> placed = [];

    /// <summary>The rule; partial when anything of it is missing.</summary>
    public RuleOfCombination Rule(IReadOnlyList<RuleSource> sources, IEnumerable<string> missing)
    {
        ids.Add("rule");
        var root = new RuleNode.Group { Id = "rule", Bounds = [.. RootBounds()], Nodes = Nodes() };
        reasons.AddRange(missing);
        NotUnderstood(reading, RootWords);
        reasons.AddRange(units.Keys.Where(name => !placed.Contains(name)).Select(name =>
            name.Length == 0 ? "units stand in no group" : $"units stand under `{name}`, which the rule does not name"));
        return new RuleOfCombination
        {
            Root = root,
            Sources = sources,
            Completeness = reasons.Count == 0 ? new RuleCompleteness.Complete() : new RuleCompleteness.Partial([.. reasons.Distinct()]),
        };
    }

    private List<RuleNode> Nodes()
    {
        var nodes = RuleJsonReader.List(reading, "common", Group).Concat(RuleJsonReader.List(reading, "groups", Group)).ToList();
        var pathways = RuleJsonReader.List(reading, "choiceOfOne", Pathway);
        if (pathways.Count > 0)
        {
            nodes.Add(new RuleNode.Choose { Id = Id("Pathway"), Min = 1, Max = 1, Nodes = pathways });
        }

        if (nodes.Count == 0)
        {
            reasons.Add("the groups of the rule are not published");
        }

        return nodes;
    }

    private IEnumerable<Bound> RootBounds()
    {
        if (totalCredits is { } total)
        {
            yield return new Bound { Measure = BoundMeasure.Credits, Min = total };
        }

        if (RuleJsonReader.Number(reading, "minimumCreditsAtOrAboveLevel") is { } above)
        {
            yield return new Bound { Measure = BoundMeasure.Credits, Min = above, MinLevel = level };
        }

        if (RuleJsonReader.Number(reading, "minimumCreditsAtLevel") is { } at)
        {
            yield return new Bound { Measure = BoundMeasure.Credits, Min = at, MinLevel = level, MaxLevel = level };
        }

        if (RuleJsonReader.Number(reading, "minSubcomponents") is { } components)
        {
            yield return new Bound { Measure = BoundMeasure.Units, Min = components };
        }
    }

    private RuleNode.Group Pathway(JsonElement pathway)
    {
        NotUnderstood(pathway, PathwayWords);
        var id = Id(RuleJsonReader.Text(pathway, "pathway") ?? "Pathway");
        return new RuleNode.Group
        {
            Id = id,
            Nodes = RuleJsonReader.List(pathway, "groups", Group),
            Bounds = RuleJsonReader.Number(pathway, "optionalCredits") is { } credits ? [new Bound { Measure = BoundMeasure.Credits, Min = credits }] : [],
        };
    }

    private RuleNode Group(JsonElement group)
    {
        NotUnderstood(group, GroupWords);
        var name = RuleJsonReader.Text(group, "name") ?? "Group";
        if (name.Contains(" or ", StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal))
        {
            reasons.Add($"which units count for `{name}` is not published");
        }

        var bounds = Bounds(group).ToList();
        var choices = RuleJsonReader.List(group, "choiceOfOne", choice => choice.GetString() ?? "");
        if (choices.Count > 0)
        {
            reasons.Add($"the units of the choices of `{name}` are not published");
            return new RuleNode.Choose
            {
                Id = Id(name), Bounds = bounds, Min = 1, Max = 1, Nodes = [.. choices.Select(choice => new RuleNode.All { Id = Id(choice), Units = [] })],
            };
        }

        if (RuleJsonReader.List(group, "groups", inner => inner) is { Count: > 0 } inner)
        {
            return new RuleNode.Group { Id = Id(name), Bounds = bounds, Nodes = [.. inner.Select(Group)] };
        }

        var listed = UnitsOf(name);
        var keys = listed.Select(unit => unit.Key).OfType<UnitKey>().ToList();
        var unidentified = listed.Select(unit => unit.Unidentified).OfType<UnidentifiedUnit>().ToList();
        if (unidentified.Count > 0)
        {
            reasons.Add($"`{name}` lists units without a unit number");
        }

        if (listed.Count == 0)
        {
            reasons.Add($"the units of `{name}` are not published");
        }

        return group.TryGetProperty("allUnits", out var all) && all.ValueKind == JsonValueKind.True
            ? new RuleNode.All { Id = Id(name), Bounds = bounds, Units = keys, Unidentified = unidentified }
            : new RuleNode.Pool { Id = Id(name), Bounds = bounds, Units = keys, Unidentified = unidentified, Clip = Clip(group) };
    }

    private static IEnumerable<Bound> Bounds(JsonElement group)
    {
        var (leastCredits, mostCredits) = (RuleJsonReader.Number(group, "minCredit"), RuleJsonReader.Number(group, "maxCredit"));
        if (leastCredits is not null || mostCredits is not null)
        {
            yield return new Bound { Measure = BoundMeasure.Credits, Min = leastCredits, Max = mostCredits };
        }

        var (least, most) = (RuleJsonReader.Number(group, "minSubcomponents"), RuleJsonReader.Number(group, "maxSubcomponents"));
        if (least is not null || most is not null)
        {
            yield return new Bound { Measure = BoundMeasure.Units, Min = least, Max = most };
        }

        if (RuleJsonReader.Number(group, "minLevel") is { } lowest)
        {
            yield return new Bound { Measure = BoundMeasure.Units, Max = 0, MaxLevel = lowest - 1 };
        }
    }

    /// <summary>A group that does not count towards the total is seen from above as nothing.</summary>
    private static int? Clip(JsonElement group) =>
        group.TryGetProperty("countsTowardsTotal", out var counts) && counts.ValueKind == JsonValueKind.False ? 0 : null;

    /// <summary>The units printed under the group: "A (mandatory)", "Optional Group A" and "A" are the same group.</summary>
    private List<PublishedUnit> UnitsOf(string name)
    {
        var found = units.Where(group => group.Key == name).DefaultIfEmpty(units.FirstOrDefault(group => Printed(group.Key).Equals(name, StringComparison.OrdinalIgnoreCase))).First();
        if (found.Value is null)
        {
            return [];
        }

        placed.Add(found.Key);
        return found.Value;
    }

    private static string Printed(string group)
    {
        var words = group.Split('(')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("Group" or "Unit" or "Units")).ToList();
        return string.Join(' ', words.Count > 1 && words[0] == "Optional" ? words.Skip(1) : words);
    }

    private void NotUnderstood(JsonElement json, HashSet<string> understood)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            reasons.AddRange(json.EnumerateObject().Where(part => !understood.Contains(part.Name)).Select(part => $"`{part.Name}` of the rule is not published in a form that can be computed"));
        }
    }

    private string Id(string name)
    {
        var label = name.StartsWith("Group ", StringComparison.Ordinal) ? name["Group ".Length..] : name;
        var id = label;
        for (var turn = 2; !ids.Add(id); turn++)
        {
            id = $"{label} ({turn})";
        }

        return id;
    }
}
