namespace Plr.GraphQL.Language.Parsing;

/// <summary>Well-formed UTF-8, one character at a time.</summary>
/// <remarks>Unicode 16, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.</remarks>
internal static class Utf8
{
    /// <summary>Bytes of the character at a position: 1 to 4, or 0 when it is not well-formed.</summary>
    public static int SequenceLength(byte[] bytes, int position)
    {
        var first = bytes[position];
        var length = first switch
        {
            < 0x80 => 1,
            < 0xC2 => 0,
            < 0xE0 => 2,
            < 0xF0 => 3,
            < 0xF5 => 4,
            _ => 0,
        };
        if (length <= 1)
        {
            return length;
        }

        if (position + length > bytes.Length || !IsSecond(first, bytes[position + 1]))
        {
            return 0;
        }

        for (var i = 2; i < length; i++)
        {
            if ((bytes[position + i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }

    /// <summary>The scalar value of a well-formed character.</summary>
    public static int Decode(byte[] bytes, int position, int length)
    {
        var value = length == 1 ? bytes[position] : bytes[position] & (0x7F >> length);
        for (var i = 1; i < length; i++)
        {
            value = (value << 6) | (bytes[position + i] & 0x3F);
        }

        return value;
    }

    private static bool IsSecond(byte first, byte second) => first switch
    {
        0xE0 => second is >= 0xA0 and <= 0xBF,
        0xED => second is >= 0x80 and <= 0x9F,
        0xF0 => second is >= 0x90 and <= 0xBF,
        0xF4 => second is >= 0x80 and <= 0x8F,
        _ => second is >= 0x80 and <= 0xBF,
    };
}
