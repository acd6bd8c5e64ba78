namespace Plr.Rules.Text;

/// <summary>A place in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">In UTF-16 characters, from 1.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The form that editors and compilers print: <c>12:5</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
