using System.Text;

namespace Plr.Rules.Text;

/// <summary>Walks through a UTF-8 text once, and says the line and column of each byte that it is sent to.</summary>
internal ref struct TextPlace(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int at;
    private int line = 1;
    private int column = 1;

    /// <summary>How many bytes were looked at so far.</summary>
    public readonly int Scanned => at;

    /// <summary>Goes on to a byte; never back.</summary>
    /// <param name="offset">Not before an earlier one. Up to it the text is valid UTF-8.</param>
    public TextPosition Advance(long offset)
    {
        var between = text[at..(int)Math.Min(offset, text.Length)];
        at += between.Length;
        if (between.LastIndexOf((byte)'\n') is >= 0 and var last)
        {
            line += between.Count((byte)'\n');
            column = 1;
            between = between[(last + 1)..];
        }

        column += Encoding.UTF8.GetCharCount(between);
        return new TextPosition(line, column);
    }
}
