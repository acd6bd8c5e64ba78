using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plr.Conformance.Tests.Differential;

/// <summary>All responses to one request put together, as a client does; when each part came is no longer to be seen.</summary>
internal sealed class WholeResponse
{
    private readonly Dictionary<string, JsonObject> open = new(StringComparer.Ordinal);
    private readonly List<WholeError> errors = [];
    private readonly List<string> pending = [];
    private readonly List<string> failed = [];

    public WholeResponse(IReadOnlyList<JsonObject> responses)
    {
        IsRefused = !responses[0].ContainsKey("data");
        for (var i = 0; i < responses.Count; i++)
        {
            var hasNext = responses[i]["hasNext"]?.GetValue<bool>() ?? false;
            if (hasNext != i < responses.Count - 1)
            {
                Faults.Add($"`hasNext` of response {i} is {hasNext}");
            }

            Add(responses[i]);
        }

        SortTypes();
        Faults.AddRange(open.Keys.Select(id => $"`{id}` was pending and never completed"));
        pending.Sort(StringComparer.Ordinal);
        failed.Sort(StringComparer.Ordinal);
    }

    /// <summary>Whether nothing was executed.</summary>
    public bool IsRefused { get; }

    /// <summary>The data with all that came later in its place; null when there is none.</summary>
    public JsonNode? Data { get; private set; }

    /// <summary>The errors of all responses.</summary>
    public IReadOnlyList<WholeError> Errors => errors;

    /// <summary>Label and path of every part that was announced.</summary>
    public IReadOnlyList<string> Pending => pending;

    /// <summary>Label and path of every part that was completed without its data; all others that were pending were completed with it.</summary>
    public IReadOnlyList<string> Failed => failed;

    /// <summary>What no sequence of responses may be, whatever the request.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The errors with which parts failed, by what is compared of them.</summary>
    public Dictionary<string, List<WholeError>> ErrorsOfParts() =>
        errors.Where(error => error.Part is not null).GroupBy(error => error.ToString()).ToDictionary(same => same.Key, same => same.ToList());

    /// <summary>Leaves errors out that are explained.</summary>
    public void Remove(IEnumerable<WholeError> explained) => errors.RemoveAll(explained.Contains);

    private void Add(JsonObject response)
    {
        Data ??= response["data"]?.DeepClone();
        AddErrors(response["errors"], part: null);
        foreach (var announced in List(response["pending"]))
        {
            pending.Add(Name(announced));
            if (!open.TryAdd(Text(announced["id"]), announced))
            {
                Faults.Add($"the id `{announced["id"]}` stands for two parts");
            }
        }

        foreach (var part in List(response["incremental"]))
        {
            AddErrors(part["errors"], part: null);
            AddPart(part);
        }

        foreach (var done in List(response["completed"]))
        {
            Complete(done);
        }
    }

    // The types of a schema are a set.
    private void SortTypes()
    {
        if (Data is JsonObject root && root["__schema"]?["types"] is JsonArray types)
        {
            var sorted = types.OrderBy(type => type!["name"]!.GetValue<string>(), StringComparer.Ordinal) // Each has its name.
                .Select(type => type!.DeepClone()).ToArray(); // None is null.
            root["__schema"]!["types"] = new JsonArray(sorted); // Just seen.
        }
    }

    private void AddPart(JsonObject part)
    {
        if (!open.TryGetValue(Text(part["id"]), out var announced)
            || Find(Find(Data, announced["path"]), part["subPath"]) is not { } target)
        {
            Faults.Add($"a part belongs nowhere: {part.ToJsonString()}");
        }
        else if (part["items"] is JsonArray items && target is JsonArray list)
        {
            foreach (var item in items)
            {
                list.Add(item?.DeepClone());
            }
        }
        else if (part["data"] is JsonObject data && target is JsonObject below)
        {
            Merge(below, data);
        }
        else
        {
            Faults.Add($"a part does not fit its place: {part.ToJsonString()}");
        }
    }

    private void Complete(JsonObject done)
    {
        if (!open.Remove(Text(done["id"]), out var announced))
        {
            Faults.Add($"completed without being pending: {done.ToJsonString()}");
            return;
        }

        AddErrors(done["errors"], Name(announced));
        if (done["errors"] is not null)
        {
            failed.Add(Name(announced));
        }
    }

    private void AddErrors(JsonNode? list, string? part) => errors.AddRange(List(list).Select(error => new WholeError(
        part,
        error["path"]?.AsArray().Select(step => step!.ToJsonString()).ToArray() ?? [],
        Distinct(error["locations"]),
        error["message"]?.GetValue<string>() ?? ""))); // No step is null.

    // A field that stands under two @defer has its place twice.
    private static string Distinct(JsonNode? locations) =>
        locations is null ? "" : $"[{string.Join(',', locations.AsArray().Select(location => location!.ToJsonString()).Distinct())}]"; // No location is null.

    private static JsonNode? Find(JsonNode? from, JsonNode? path)
    {
        foreach (var step in path?.AsArray() ?? [])
        {
            from = (from, step?.GetValueKind()) switch
            {
                (JsonArray list, JsonValueKind.Number) when step!.GetValue<int>() < list.Count => list[step.GetValue<int>()], // A number is not null.
                (JsonObject fields, JsonValueKind.String) => fields[step!.GetValue<string>()], // Nor is a string.
                _ => null,
            };
        }

        return from;
    }

    private static void Merge(JsonObject target, JsonObject part)
    {
        foreach (var (name, value) in part)
        {
            if (target[name] is JsonObject below && value is JsonObject more)
            {
                Merge(below, more);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    private static string Name(JsonObject announced) => $"{announced["label"] ?? "-"} at {announced["path"]?.ToJsonString()}";

    private static string Text(JsonNode? id) => id?.GetValue<string>() ?? "";

    private static IEnumerable<JsonObject> List(JsonNode? list) => list is null ? [] : list.AsArray().Select(item => item!.AsObject()); // They hold objects.
}
