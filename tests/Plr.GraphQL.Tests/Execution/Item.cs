using System.Collections;
using System.Text.Json;

namespace Plr.GraphQL.Tests.Execution;

// A value of the cases' schema: what its JSON says, with the faults that it asks for.
public class Item(JsonElement json)
{
    public object? Get(string field) => json.TryGetProperty(field, out var value) ? Read(value) : null;

    public T? Get<T>(string field) => Get(field) is { } value ? (T)value : default;

    public T? GetValue<T>(string field)
        where T : struct => Get(field) is { } value ? (T)value : null;

    public IEnumerable<T>? GetList<T>(string field) => Get(field) is IEnumerable items ? items.Cast<T>() : null;

    public static Item Make(JsonElement json) =>
        json.TryGetProperty("$type", out var type) && type.GetString() == "Other" ? new OtherItem(json) : new Item(json);

    private static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.TryGetInt32(out var number) ? (object)number : json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.Object when json.TryGetProperty("$type", out var type) && type.GetString() == "Stranger" => new Stranger(),
        JsonValueKind.Object when json.TryGetProperty("$level", out var level) => Enum.Parse<Level>(level.GetString()!),
        JsonValueKind.Object when json.TryGetProperty("$mark", out var mark) => new Mark(mark.GetString()!),
        JsonValueKind.Object => Make(json),
        _ => json.GetString() switch
        {
            "!!" => throw new InvalidOperationException("a secret of the server"),
            "NaN" => double.NaN,
            ['!', .. var code] => throw new GraphQLException(code, "on purpose"),
            var text => text,
        },
    };
}

// Another C# class, so that an interface's value finds its type.
public sealed class OtherItem(JsonElement json) : Item(json);

public sealed class Stranger;

public enum Level
{
    Entry1,
    Level2,
}

public readonly record struct Mark(string Text);
