using Plr.Rules.Text;

namespace Plr.Rules.Tests;

/// <summary>A text that shows in itself where something is wrong: the mark is taken out before it is read.</summary>
internal static class Marked
{
    private const char Mark = '▶';

    /// <summary>The text, and the place of the mark in it.</summary>
    public static (string Text, TextPosition Place) Read(string marked)
    {
        var at = marked.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(at >= 0 && at == marked.LastIndexOf(Mark), "a case has one mark");
        var before = marked[..at];
        return (before + marked[(at + 1)..], new TextPosition(before.Count(each => each == '\n') + 1, at - before.LastIndexOf('\n')));
    }
}
