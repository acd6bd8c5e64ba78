using System.Text;

namespace Plr.Rules.Text;

/// <summary>The text form of rules of combination, for people who write them. Grammar and examples: <c>schema/rules-text.md</c>.</summary>
public static class RuleText
{
    /// <summary>Reads the bytes of a file of text.</summary>
    /// <returns>The text without a byte order mark; or the problem, if the bytes are not UTF-8 or there is nothing but space.</returns>
    public static (string? Text, RuleTextProblem? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        var content = Utf8Text.WithoutMark(bytes);
        if (Utf8Text.IndexOfInvalid(content) is >= 0 and var invalid)
        {
            return (null, new RuleTextProblem(new TextPlace(content).Advance(invalid), $"the byte 0x{content[invalid]:X2} is part of no character of UTF-8", "save the file as UTF-8"));
        }

        var text = Encoding.UTF8.GetString(content);
        return string.IsNullOrWhiteSpace(text)
            ? (null, new RuleTextProblem(new TextPosition(1, 1), "the file is empty", "write rules as text or as `rta-exchange/1`"))
            : (text, null);
    }

    /// <summary>Reads a text.</summary>
    /// <returns>The document; or the problems, in the order of the lines, and no document.</returns>
    public static (RuleTextDocument? Document, IReadOnlyList<RuleTextProblem> Problems) Read(string text)
    {
        var (lines, problems) = LineReader.Read(text);
        if (problems.Count > 0)
        {
            return (null, problems);
        }

        var document = new Assembler(problems).Assemble(lines);
        return problems.Count > 0 ? (null, [.. problems.OrderBy(problem => problem.Position.Line)]) : (document, []);
    }

    /// <summary>Lays a text out in the canonical way; comments, the order of lines and what they say stay as they are. Twice gives the same as once.</summary>
    /// <returns>The text; or the problems of one that can't be read.</returns>
    public static (string? Text, IReadOnlyList<RuleTextProblem> Problems) Format(string text)
    {
        var (document, problems) = Read(text);
        return document is null ? (null, problems) : (Print(LineReader.Read(text).Lines), []);
    }

    /// <summary>Writes a document as canonical text. Reading it gives the same document, positions aside.</summary>
    public static string Write(RuleTextDocument document) => Print(Disassembler.Lines(document));

    private static string Print(IReadOnlyList<RuleLine> lines)
    {
        var text = new StringBuilder();
        var depth = 0;
        var depths = new int[lines.Count];
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            // A comment belongs to the statement after it.
            depths[index] = depth = lines[index].Statement is null ? depth : lines[index].Depth;
        }

        var empty = true; // No empty line at the beginning, none after another.
        foreach (var (index, line) in lines.Index())
        {
            if (line.Statement is null && line.Comment is null)
            {
                _ = empty ? text : text.Append('\n');
                empty = true;
                continue;
            }

            empty = false;
            text.Append(' ', 2 * depths[index]);
            if (line.Statement is { } statement)
            {
                text.Append(StatementWriter.Write(statement)).Append(line.Comment is null ? "" : "  ");
            }

            text.Append(line.Comment is null ? "" : $"# {line.Comment}".TrimEnd()).Append('\n');
        }

        while (text.Length > 1 && text[^1] == '\n' && text[^2] == '\n')
        {
            text.Length--;
        }

        return text.ToString();
    }
}
