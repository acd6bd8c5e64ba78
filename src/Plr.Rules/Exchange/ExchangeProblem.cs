using Plr.Rules.Text;

namespace Plr.Rules.Exchange;

/// <summary>Why an exchange document is refused.</summary>
/// <param name="Path">Where in the document, as a JSON path such as <c>$.qualifications[2].root.bounds[0].min</c>.</param>
/// <param name="Line">Line of that place, from 1.</param>
/// <param name="Column">Column of that place in UTF-16 characters, from 1; a byte order mark is none.</param>
/// <param name="Message">What is wrong, for people, and where it is not plain what to do, that too.</param>
public sealed record ExchangeProblem(string Path, int Line, int Column, string Message)
{
    /// <summary>The document that it is in.</summary>
    public ExchangeFile File { get; init; }

    /// <summary>One line: place, then reason.</summary>
    public override string ToString() => OneLine.Of($"{new TextPosition(Line, Column)}: {Path}: {Message}");
}
