using System.Text.Json.Nodes;

namespace Plr.GraphQL.Tests.Execution;

// Puts the responses of one request together, as a client does.
internal sealed class IncrementalJoin
{
    private readonly Dictionary<string, JsonArray> paths = new(StringComparer.Ordinal);

    // Null when the first response has none.
    public JsonNode? Data { get; private set; }

    // How many errors there were over all responses.
    public int Errors { get; private set; }

    // How many parts were completed without their data.
    public int FailedIds { get; private set; }

    // What was announced and never completed.
    public IReadOnlyCollection<string> Open => paths.Keys;

    public static IncrementalJoin Join(IReadOnlyList<string> responses)
    {
        var join = new IncrementalJoin();
        for (var i = 0; i < responses.Count; i++)
        {
            var response = JsonNode.Parse(responses[i])!.AsObject();
            Assert.Equal(i < responses.Count - 1, response["hasNext"]?.GetValue<bool>() ?? false);
            join.Add(response);
        }

        return join;
    }

    private void Add(JsonObject response)
    {
        Data ??= response["data"]?.DeepClone();
        Errors += Count(response["errors"]);
        foreach (var pending in List(response["pending"]))
        {
            paths.Add(pending["id"]!.GetValue<string>(), pending["path"]!.AsArray());
        }

        foreach (var part in List(response["incremental"]))
        {
            Errors += Count(part["errors"]);
            var target = Find(paths[part["id"]!.GetValue<string>()]);
            if (part["items"] is { } items)
            {
                foreach (var item in items.AsArray())
                {
                    target.AsArray().Add(item?.DeepClone());
                }
            }
            else
            {
                Merge(Find(part["subPath"]?.AsArray() ?? [], target).AsObject(), part["data"]!.AsObject());
            }
        }

        foreach (var completed in List(response["completed"]))
        {
            Errors += Count(completed["errors"]);
            FailedIds += completed["errors"] is null ? 0 : 1;
            Assert.True(paths.Remove(completed["id"]!.GetValue<string>()));
        }
    }

    private JsonNode Find(JsonArray path) => Find(path, Data!);

    private static JsonNode Find(JsonArray path, JsonNode from)
    {
        foreach (var step in path)
        {
            from = step!.GetValueKind() is System.Text.Json.JsonValueKind.Number ? from[step.GetValue<int>()]! : from[step.GetValue<string>()]!;
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

    private static IEnumerable<JsonNode> List(JsonNode? list) => list is null ? [] : list.AsArray().Select(item => item!);

    private static int Count(JsonNode? list) => list?.AsArray().Count ?? 0;
}
