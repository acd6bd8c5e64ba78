using System.Text;

namespace Plr.GraphQL.Language.Parsing;

/// <summary>What a string token stands for.</summary>
/// <remarks>GraphQL September 2025, 2.10.4 String Value, Static Semantics. The lexer found the ends and checked the UTF-8.</remarks>
internal static class StringLiteral
{
    /// <summary>Reads a quoted string between its quotes.</summary>
    /// <exception cref="GraphQLSyntaxException">An escape sequence is not one.</exception>
    public static string DecodeQuoted(Source source, int start, int end)
    {
        var bytes = source.Bytes;
        var escape = Array.IndexOf(bytes, (byte)'\\', start, end - start);
        if (escape < 0)
        {
            return Encoding.UTF8.GetString(bytes, start, end - start);
        }

        var text = new StringBuilder(end - start);
        var position = start;
        while (escape >= 0)
        {
            text.Append(Encoding.UTF8.GetString(bytes, position, escape - position));
            position = AppendEscape(source, escape, end, text);
            escape = Array.IndexOf(bytes, (byte)'\\', position, end - position);
        }

        return text.Append(Encoding.UTF8.GetString(bytes, position, end - position)).ToString();
    }

    /// <summary>Reads a block string between its triple quotes.</summary>
    public static string DecodeBlock(Source source, int start, int end) =>
        BlockString.BlockStringValue(
            Encoding.UTF8.GetString(source.Bytes, start, end - start).Replace("\\\"\"\"", "\"\"\""));

    // Returns the position after the escape.
    private static int AppendEscape(Source source, int escape, int end, StringBuilder text)
    {
        var simple = escape + 1 < end ? Simple(source.Bytes[escape + 1]) : '\0';
        if (simple != '\0')
        {
            text.Append(simple);
            return escape + 2;
        }

        if (escape + 1 >= end || source.Bytes[escape + 1] != (byte)'u')
        {
            throw Invalid(source, escape, Math.Min(escape + 2, end));
        }

        return AppendUnicode(source, escape, end, text);
    }

    private static int AppendUnicode(Source source, int escape, int end, StringBuilder text)
    {
        var value = ReadUnicode(source, escape, end, out var next);
        if (value is >= 0xD800 and <= 0xDBFF && next == escape + 6 && next + 1 < end
            && source.Bytes[next] == (byte)'\\' && source.Bytes[next + 1] == (byte)'u')
        {
            var trailing = ReadUnicode(source, next, end, out var afterPair);
            if (trailing is >= 0xDC00 and <= 0xDFFF && afterPair == next + 6)
            {
                text.Append((char)value).Append((char)trailing);
                return afterPair;
            }
        }

        if (value is (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF)
        {
            throw Invalid(source, escape, next);
        }

        text.Append(char.ConvertFromUtf32(value));
        return next;
    }

    // Reads \uXXXX or \u{X...}; the value is not yet judged.
    private static int ReadUnicode(Source source, int escape, int end, out int next)
    {
        var bytes = source.Bytes;
        var digits = escape + 2;
        var isBraced = digits < end && bytes[digits] == (byte)'{';
        if (isBraced)
        {
            digits++;
        }

        var value = 0;
        var position = digits;
        while (position < end && Hex(bytes[position]) is var digit and >= 0 && (isBraced || position < digits + 4))
        {
            value = value > 0x10FFFF ? value : (value * 16) + digit; // Too large stays too large.
            position++;
        }

        var isComplete = isBraced ? position > digits && position < end && bytes[position] == (byte)'}' : position == digits + 4;
        if (!isComplete)
        {
            throw Invalid(source, escape, position);
        }

        next = isBraced ? position + 1 : position;
        return value;
    }

    private static char Simple(byte escaped) => escaped switch
    {
        (byte)'"' => '"',
        (byte)'\\' => '\\',
        (byte)'/' => '/',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => '\0',
    };

    private static int Hex(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };

    private static GraphQLSyntaxException Invalid(Source source, int start, int end) =>
        new(new SyntaxError(
            "a string has an invalid escape sequence", ErrorCodes.GraphQLParseFailed, new Location(source, start, end)));
}
