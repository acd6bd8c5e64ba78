using System.Text;

namespace Plr.GraphQL.Language;

/// <summary>Block strings: text as it is written in a document, and as it is meant.</summary>
/// <remarks>GraphQL September 2025, 2.10.4 String Value, Block Strings.</remarks>
public static class BlockString
{
    /// <summary>Removes the uniform indentation and the blank lines at both ends.</summary>
    /// <remarks>GraphQL September 2025, 2.10.4, BlockStringValue().</remarks>
    public static string BlockStringValue(string rawValue)
    {
        var lines = rawValue.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        var commonIndent = CommonIndent(lines);
        var first = 0;
        var last = lines.Length - 1;
        while (first <= last && IsBlank(lines[first]))
        {
            first++;
        }

        while (last > first && IsBlank(lines[last]))
        {
            last--;
        }

        var formatted = new StringBuilder(rawValue.Length);
        for (var i = first; i <= last; i++)
        {
            var indent = i == 0 ? 0 : Math.Min(commonIndent, lines[i].Length);
            formatted.Append(i == first ? "" : "\n").Append(lines[i], indent, lines[i].Length - indent);
        }

        return formatted.ToString();
    }

    /// <summary>Whether a value survives being written as a block string: no control characters but line feeds, no blank
    /// line at either end or with spaces in it, and some line without indentation.</summary>
    public static bool CanRepresent(string value)
    {
        foreach (var character in value)
        {
            if (character != '\n' && char.IsControl(character) && character != '\t')
            {
                return false;
            }
        }

        var lines = value.Split('\n');
        var isIndented = true;
        foreach (var line in lines)
        {
            if (line.Length > 0 && IsBlank(line))
            {
                return false;
            }

            isIndented &= line.Length == 0 || line[0] is ' ' or '\t';
        }

        return !isIndented && lines[0].Length > 0 && lines[lines.Length - 1].Length > 0;
    }

    private static int CommonIndent(string[] lines)
    {
        var commonIndent = int.MaxValue;
        for (var i = 1; i < lines.Length; i++)
        {
            var indent = Indent(lines[i]);
            if (indent < lines[i].Length)
            {
                commonIndent = Math.Min(commonIndent, indent);
            }
        }

        return commonIndent == int.MaxValue ? 0 : commonIndent;
    }

    private static bool IsBlank(string line) => Indent(line) == line.Length;

    private static int Indent(string line)
    {
        var indent = 0;
        while (indent < line.Length && line[indent] is (' ' or '\t'))
        {
            indent++;
        }

        return indent;
    }
}
