using System.Text;
using System.Text.Unicode;

namespace Plr.Rules.Text;

/// <summary>What is true of every file of text: its encoding, and the mark it may begin with.</summary>
internal static class Utf8Text
{
    /// <summary>Without the byte order mark, which editors do not count as a column.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <summary>The first byte that belongs to no character, or -1.</summary>
    public static int IndexOfInvalid(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return -1;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>Whether a text has one half of a surrogate pair without the other.</summary>
    public static bool HasHalfCharacter(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            text = text[length..];
        }

        return false;
    }
}
