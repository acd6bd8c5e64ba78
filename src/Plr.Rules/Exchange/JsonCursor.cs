using System.Globalization;
using System.Text.Json;

namespace Plr.Rules.Exchange;

/// <summary>A forward reader of JSON that knows the path it is at.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private const int MaxDepth = 512;

    private Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MaxDepth });
    private readonly List<string> path = ["$"];

    public delegate void Member<in T>(T target, ref JsonCursor cursor, string name);

    public delegate T Item<out T>(ref JsonCursor cursor);

    public readonly JsonTokenType Token => reader.TokenType;

    public readonly long Offset => reader.TokenStartIndex;

    public readonly string Path => string.Concat(path);

    public bool Read() => reader.Read();

    public readonly ExchangeFormatException Wrong(string message) => new(Path, reader.TokenStartIndex, message);

    /// <summary>Reads the members of the object at the cursor; a member that the callback does not read is skipped.</summary>
    public void Object<T>(T target, Member<T> member)
    {
        if (Token != JsonTokenType.StartObject)
        {
            throw Wrong($"expected an object, not {Describe()}");
        }

        while (reader.Read() && Token != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            path.Add("." + name);
            reader.Read();
            member(target, ref this, name);
            path.RemoveAt(path.Count - 1);
        }
    }

    /// <summary>Reads the items of the array at the cursor.</summary>
    public List<T> Array<T>(Item<T> item, int most)
    {
        if (Token != JsonTokenType.StartArray)
        {
            throw Wrong($"expected an array, not {Describe()}");
        }

        var items = new List<T>();
        while (reader.Read() && Token != JsonTokenType.EndArray)
        {
            path.Add($"[{items.Count}]");
            if (items.Count == most)
            {
                throw Wrong($"more than {most} entries");
            }

            items.Add(item(ref this));
            path.RemoveAt(path.Count - 1);
        }

        return items;
    }

    public readonly string Text()
    {
        var text = Token == JsonTokenType.String ? reader.GetString()! : throw Wrong($"expected a text, not {Describe()}");
        return text.Length is > 0 and <= 1_000 ? text : throw Wrong("expected a text of 1 to 1000 characters");
    }

    public readonly string? TextOrNull() => Token == JsonTokenType.Null ? null : Text();

    public readonly int Number(int least, int most)
    {
        if (Token != JsonTokenType.Number || !reader.TryGetInt32(out var number))
        {
            throw Wrong($"expected a whole number, not {Describe()}");
        }

        return number >= least && number <= most ? number : throw Wrong($"{number} is not between {least} and {most}");
    }

    public readonly int? NumberOrNull(int least, int most) => Token == JsonTokenType.Null ? null : Number(least, most);

    public readonly bool Truth() => Token switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Wrong($"expected true or false, not {Describe()}"),
    };

    public readonly DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong("expected a date such as 2015-01-31");

    public void Skip() => reader.Skip();

    private readonly string Describe() => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "that number",
        JsonTokenType.Null => "null",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "the end",
    };
}
