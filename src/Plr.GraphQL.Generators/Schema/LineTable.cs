using Microsoft.CodeAnalysis.Text;
using Plr.GraphQL.Language;

namespace Plr.GraphQL.Generators.Schema;

/// <summary>Turns the parser's byte offsets into the compiler's character offsets and lines, for one file.</summary>
internal sealed class LineTable
{
    private readonly string path;
    private readonly SourceText text;
    private readonly int[] characters; // UTF-16 code units before each byte.

    public LineTable(string path, SourceText text, Source source)
    {
        this.path = path;
        this.text = text;
        var body = source.Body.Span;
        characters = new int[body.Length + 1];
        var character = 0;
        for (var i = 0; i < body.Length; i++)
        {
            characters[i] = character;
            character += (body[i] & 0xC0) == 0x80 ? 0 : body[i] >= 0xF0 ? 2 : 1;
        }

        characters[body.Length] = character;
    }

    public SourceSpan Span(Language.Location location)
    {
        var start = characters[Math.Min(location.Start, characters.Length - 1)];
        var end = Math.Max(start, characters[Math.Min(location.End, characters.Length - 1)]);
        var span = TextSpan.FromBounds(Math.Min(start, text.Length), Math.Min(end, text.Length));
        return new SourceSpan(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
