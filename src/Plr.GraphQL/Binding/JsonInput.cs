using System.Text.Json;

namespace Plr.GraphQL.Binding;

// A JSON value that is not null, in the form in which scalars read it.
internal static class JsonInput
{
    internal static ScalarInput Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => ScalarInput.FromString(json.GetString()!), // A JSON string is not null.
        JsonValueKind.Number => ScalarInput.FromNumber(json.GetRawText()),
        JsonValueKind.True => ScalarInput.FromBoolean(true),
        JsonValueKind.False => ScalarInput.FromBoolean(false),
        JsonValueKind.Array => ScalarInput.FromList((object?[])ToStructure(json)!), // An array gives one.
        _ => ScalarInput.FromObject((Dictionary<string, object?>)ToStructure(json)!), // What is left is an object.
    };

    // Recursion is bounded by the depth of the JSON reader.
    internal static object? ToStructure(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                var items = new object?[json.GetArrayLength()];
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    items[index++] = ToStructure(item);
                }

                return items;
            case JsonValueKind.Object:
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var field in json.EnumerateObject())
                {
                    fields[field.Name] = ToStructure(field.Value);
                }

                return fields;
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.True or JsonValueKind.False:
                return json.GetBoolean();
            case JsonValueKind.String:
                return json.GetString();
            default:
                return json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble();
        }
    }
}
