using System.Globalization;

namespace Plr.Rules.Text;

/// <summary>Names out of files, fit to be printed: a line break or a terminal's escape in one would forge the report.</summary>
internal static class OneLine
{
    /// <summary>The text with every character that is not to be seen written as <c>\u001B</c>.</summary>
    public static string Of(string text) => text.Any(IsUnseen)
        ? string.Concat(text.Select(each => IsUnseen(each) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)each:X4}") : each.ToString()))
        : text;

    private static bool IsUnseen(char each) => char.GetUnicodeCategory(each) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
