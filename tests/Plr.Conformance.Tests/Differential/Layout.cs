using System.Text;
using Plr.Benchmarks.Fuzzing;

namespace Plr.Conformance.Tests.Differential;

/// <summary>Writes the same document otherwise: what stands between tokens means nothing, and moves every place.</summary>
internal static class Layout
{
    private static readonly string[] Spaces = ["\n", "\r\n", "\r", "\t", " , ", "  ", "\n\n", " # { \"a\" \u00e9 \ud83d\ude00\n", "\ufeff"];

    public static string Of(string document, Dice dice)
    {
        var text = new StringBuilder();
        for (var i = 0; i < document.Length;)
        {
            if (document[i] == '"')
            {
                var end = EndOfString(document, i);
                text.Append(document, i, end - i);
                i = end;
                continue;
            }

            text.Append(document[i] == ' ' && dice.OneIn(8) ? dice.Pick(Spaces) : document[i]);
            i++;
        }

        return text.ToString();
    }

    // No block string of these grammars holds three quotes, and no string ends in a backslash.
    private static int EndOfString(string document, int start)
    {
        if (document.AsSpan(start).StartsWith("\"\"\""))
        {
            return document.IndexOf("\"\"\"", start + 3, StringComparison.Ordinal) + 3;
        }

        return document.IndexOf('"', start + 1) + 1;
    }
}
