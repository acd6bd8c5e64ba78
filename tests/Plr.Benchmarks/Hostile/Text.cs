using System.Globalization;
using System.Text;

namespace Plr.Benchmarks.Hostile;

/// <summary>Long texts from short ones.</summary>
internal static class Text
{
    public static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary><c>#</c> is the number from 0, <c>~</c> the next one.</summary>
    public static string Each(int times, string text) => string.Concat(Enumerable.Range(0, times).Select(i => text
        .Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("~", (i + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    /// <summary>Something that opens so often, what stands in its middle, and as many ends.</summary>
    public static string Nested(string open, int times, string middle, string close) => Repeat(open, times) + middle + Repeat(close, times);
}
