using System.Text;

namespace Plr.Benchmarks.Fuzzing;

/// <summary>Breaks texts where lexers and parsers break: between tokens, inside characters, and by what is too much.</summary>
internal static class Damage
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "(", ")", "[", "]", ":", "=", "|", "&", "@", "$", "!", "...", "..", "\"", "\"\"\"", "\\\"\"\"", "#", ",", " ", "\n", "\r", "\t", "-", "+", ".", "0", "01",
            "1e", "1.", "-0", "0xF", "a", "_", "query", "fragment", "on", "true", "null", "type", "extend", "\\u", "\\u{110000}", "\\ud83d\\udca9", "\\uD800", "\u00e9", "\ufeff", "\U0001F4A9",
            "{a{a{a{a{a{a{a{a{", "[[[[[[[[[[[[[[[[", "\"\"\"\n  \n", "@skip(if:true)", "$a:[[Int!]!]!=1",
        }.Select(Encoding.UTF8.GetBytes),
        [0x00], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ];

    /// <summary>Tokens and bytes in no order.</summary>
    public static byte[] Soup(Dice dice)
    {
        var soup = new List<byte>();
        for (var count = dice.Below(60); count > 0; count--)
        {
            soup.AddRange(dice.OneIn(8) ? [dice.Byte()] : dice.Pick(Tokens));
        }

        return [.. soup];
    }

    /// <summary>The text with a few places broken; sometimes none.</summary>
    public static byte[] Of(byte[] text, Dice dice)
    {
        var bytes = new List<byte>(text);
        for (var count = dice.Below(4); count > 0 && bytes.Count > 0; count--)
        {
            var at = dice.Below(bytes.Count);
            var length = Math.Min(1 + dice.Below(8), bytes.Count - at);
            switch (dice.Below(6))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes[at] = dice.Byte();
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, dice.Pick(Tokens));
                    break;
            }
        }

        return [.. bytes];
    }
}
