using System.Text;

namespace Plr.GraphQL.Language;

/// <summary>The UTF-8 text of one document, kept so that an offset can be told as line and column.</summary>
public sealed class Source
{
    private readonly byte[] body;

    /// <summary>Takes bytes that nobody changes afterwards.</summary>
    /// <param name="name">A file name or other label for messages; null for a request.</param>
    public Source(byte[] body, string? name = null)
    {
        this.body = body;
        Name = name;
    }

    /// <summary>Takes text, such as a schema file that was read already.</summary>
    public Source(string text, string? name = null)
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    /// <summary>A file name or other label; null for a request.</summary>
    public string? Name { get; }

    /// <summary>The text as UTF-8.</summary>
    public ReadOnlyMemory<byte> Body => body;

    internal byte[] Bytes => body;

    /// <summary>Finds the line and column of a byte offset. Costs one pass over the text before it.</summary>
    public LinePosition GetPosition(int offset)
    {
        var line = 1;
        var lineStart = 0;
        var end = Math.Min(offset, body.Length);
        for (var i = 0; i < end; i++)
        {
            if (body[i] == (byte)'\n' || (body[i] == (byte)'\r' && !(i + 1 < body.Length && body[i + 1] == (byte)'\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new LinePosition(line, CountCharacters(lineStart, end) + 1);
    }

    // UTF-16 code units, as other implementations count them: a byte that starts a sequence is one, a four-byte sequence two.
    private int CountCharacters(int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            count += (body[i] & 0xC0) == 0x80 ? 0 : body[i] >= 0xF0 ? 2 : 1;
        }

        return count;
    }
}
