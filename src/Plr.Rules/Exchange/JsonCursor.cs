using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Plr.Rules.Exchange;

/// <summary>A forward reader of JSON that knows the path it is at, and refuses a member that an object has twice.</summary>
/// <remarks>The bytes must be valid UTF-8.</remarks>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    /// <summary>The longest text, in UTF-16 characters.</summary>
    public const int MaxTextLength = 1_000;

    private const int MaxDepth = 512;
    private const int MaxTextBytes = 6 * MaxTextLength; // `\u0041` takes six bytes to write one character.
    private const int Few = 16;
    private const int Shown = 60;

    private Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MaxDepth });
    private readonly List<Step> path = [];

    // Of every object that is open, the names read so far; those of an object with many are in a set of its own.
    private readonly List<string> names = [];

    public delegate void Member<in T>(T target, ref JsonCursor cursor, string name);

    public delegate T Item<out T>(ref JsonCursor cursor);

    public readonly JsonTokenType Token => reader.TokenType;

    public readonly string Path => string.Concat(path.Select(step => step.Name is null ? $"[{step.Index}]" : $".{Short(step.Name)}").Prepend("$"));

    public bool Read() => reader.Read();

    /// <summary>What is wrong about the token at the cursor.</summary>
    public readonly ExchangeFormatException Wrong(string message) => WrongAt(reader.TokenStartIndex, message);

    /// <summary>What is wrong about the part that begins at a byte.</summary>
    public readonly ExchangeFormatException WrongAt(long offset, string message) => new(Path, offset, message);

    /// <summary>Reads the members of the object at the cursor; a member that the callback does not read is skipped.</summary>
    /// <returns>The byte that the object begins at.</returns>
    public long Object<T>(T target, Member<T> member)
    {
        if (Token != JsonTokenType.StartObject)
        {
            throw Wrong($"expected an object, not {Describe()}");
        }

        var start = reader.TokenStartIndex;
        var first = names.Count;
        HashSet<string>? many = null;
        while (reader.Read() && Token != JsonTokenType.EndObject)
        {
            var name = Unescaped();
            path.Add(new Step(name, 0));
            if (!IsNew(name, first, ref many))
            {
                throw Wrong($"`{Short(name)}` is given twice in one object; keep one of the two");
            }

            reader.Read();
            member(target, ref this, name);
            path.RemoveAt(path.Count - 1);
        }

        names.RemoveRange(first, names.Count - first);
        return start;
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
            path.Add(new Step(null, items.Count));
            if (items.Count == most)
            {
                throw Wrong($"the array has more than {most} entries; split it");
            }

            items.Add(item(ref this));
            path.RemoveAt(path.Count - 1);
        }

        return items;
    }

    public readonly string Text()
    {
        var text = Token == JsonTokenType.String ? Unescaped() : throw Wrong($"expected a text, not {Describe()}");
        return text.Length is > 0 and <= MaxTextLength
            ? text
            : throw Wrong($"expected a text of 1 to {MaxTextLength} characters, and this one has {text.Length}");
    }

    public readonly string? TextOrNull() => Token == JsonTokenType.Null ? null : Text();

    public readonly int Number(int least, int most)
    {
        if (Token != JsonTokenType.Number)
        {
            throw Wrong($"expected a whole number, not {Describe()}");
        }

        if (!reader.TryGetInt32(out var number))
        {
            throw Wrong($"`{Short(Encoding.UTF8.GetString(reader.ValueSpan))}` is not a whole number between {least} and {most}; write digits alone");
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

    public readonly DateOnly Date()
    {
        var text = Text();
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong($"`{Short(text)}` is no day of the calendar; expected a date such as 2015-01-31");
    }

    public void Skip() => reader.Skip();

    private static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";

    private readonly bool IsNew(string name, int first, ref HashSet<string>? many)
    {
        if (many is null && names.Count - first == Few)
        {
            many = new HashSet<string>(names.Skip(first), StringComparer.Ordinal);
        }

        if (many is not null)
        {
            return many.Add(name);
        }

        var isNew = names.IndexOf(name, first) < 0;
        names.Add(name);
        return isNew;
    }

    private readonly string Unescaped()
    {
        if (reader.ValueSpan.Length > MaxTextBytes)
        {
            throw Wrong($"the text has {reader.ValueSpan.Length} bytes; expected one of 1 to {MaxTextLength} characters");
        }

        try
        {
            return reader.GetString()!; // Of a text or a name, never null.
        }
        catch (InvalidOperationException)
        {
            throw Wrong("the text has an escape for half a character, such as `\\ud800` alone; write both halves, or the character itself");
        }
    }

    private readonly string Describe() => Token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "the end",
    };

    /// <summary>A member by name, or an item by index when there is no name.</summary>
    private readonly record struct Step(string? Name, int Index);
}
