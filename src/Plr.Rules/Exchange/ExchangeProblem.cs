namespace Plr.Rules.Exchange;

/// <summary>Why an exchange document is refused.</summary>
/// <param name="Path">Where in the document, as a JSON path such as <c>$.qualifications[2].root.bounds[0].min</c>.</param>
/// <param name="Line">Line of that place, from 1; 0 if there is no place.</param>
/// <param name="Column">Column of that place in bytes, from 1; 0 if there is no place.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record ExchangeProblem(string Path, int Line, int Column, string Message)
{
    /// <summary>One line: place, then reason.</summary>
    public override string ToString() => $"{Path} (line {Line}, column {Column}): {Message}";
}
