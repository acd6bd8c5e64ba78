using System.Globalization;
using System.Text;

namespace Plr.Rules.Text;

/// <summary>Splits a line into words, quoted texts and commas, and the comment at its end.</summary>
internal static class LineLexer
{
    /// <summary>The lexemes, an <see cref="LexemeKind.End"/> last; the comment without its <c>#</c> or null; and how far the line is indented.</summary>
    /// <exception cref="RuleTextException">A quoted text has no end or a broken escape, or the line is indented with tabs.</exception>
    public static (List<Lexeme> Lexemes, string? Comment, int Indent) Split(ReadOnlySpan<char> line)
    {
        var lexemes = new List<Lexeme>();
        var indent = line.Length - line.TrimStart(' ').Length;
        var at = indent;
        while (at < line.Length)
        {
            switch (line[at])
            {
                case '\t' when lexemes.Count == 0:
                    throw new RuleTextException(at + 1, "the line is indented with a tab, whose width is anybody's guess", "indent with spaces");
                case ' ' or '\t':
                    at++;
                    break;
                case '#':
                    var comment = line[(at + 1)..].Trim().ToString();
                    lexemes.Add(new Lexeme(LexemeKind.End, string.Empty, at + 1));
                    return (lexemes, comment, indent);
                case ',':
                    lexemes.Add(new Lexeme(LexemeKind.Comma, ",", ++at));
                    break;
                case '"':
                    lexemes.Add(Quoted(line, ref at));
                    break;
                default:
                    lexemes.Add(Word(line, ref at));
                    break;
            }
        }

        lexemes.Add(new Lexeme(LexemeKind.End, string.Empty, line.Length + 1));
        return (lexemes, null, indent);
    }

    private static Lexeme Word(ReadOnlySpan<char> line, ref int at)
    {
        var start = at;
        at += line[at..].IndexOfAny(" \t,\"#") is >= 0 and var length ? length : line.Length - at;
        var word = line[start..at].ToString();
        return word.Length <= RuleTextLimits.MaxTextLength && !word.Any(char.IsControl)
            ? new Lexeme(LexemeKind.Word, word, start + 1)
            : throw new RuleTextException(start + 1, $"a word is longer than {RuleTextLimits.MaxTextLength} characters or holds a control character", "shorten it, or quote it and escape the character as `\\u0001`");
    }

    private static Lexeme Quoted(ReadOnlySpan<char> line, ref int at)
    {
        var start = at++;
        var text = new StringBuilder();
        while (at < line.Length && line[at] != '"')
        {
            text.Append(line[at] == '\\' ? Escape(line, ref at) : line[at++]);
        }

        if (at == line.Length)
        {
            throw new RuleTextException(start + 1, "the quoted text does not end on its line", "close it with `\"`, and write a line break in it as `\\n`");
        }

        at++;
        if (text.Length is 0 or > RuleTextLimits.MaxTextLength)
        {
            throw new RuleTextException(start + 1, $"a quoted text has {text.Length} characters, and 1 to {RuleTextLimits.MaxTextLength} are allowed", "leave an empty text out, shorten a long one");
        }

        var value = text.ToString();
        return Utf8Text.HasHalfCharacter(value)
            ? throw new RuleTextException(start + 1, "a quoted text has an escape for half a character", "write both halves, as in `\\ud835\\udcb3`, or the character itself")
            : new Lexeme(LexemeKind.Quoted, value, start + 1);
    }

    private static char Escape(ReadOnlySpan<char> line, ref int at)
    {
        var start = at;
        var kind = at + 1 < line.Length ? line[at + 1] : ' ';
        at += 2;
        switch (kind)
        {
            case '"' or '\\':
                return kind;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'u' when at + 4 <= line.Length && ushort.TryParse(line.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default:
                throw new RuleTextException(start + 1, "a backslash begins no escape that is known", "write `\\\\` for a backslash; the others are `\\\"`, `\\n`, `\\t` and `\\u` with four hexadecimal digits");
        }
    }
}
