using Plr.Rules.Text;

namespace Plr.Rules.Checking;

/// <summary>Something that is wrong, or odd, about a rule.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
/// <param name="Qualification">The qualification's number.</param>
/// <param name="Path">Where, as a path in the exchange format: <c>$.qualifications[0].root.nodes[1].bounds[0]</c>.</param>
/// <param name="Position">Where in the text that the rule was read from; null if it was not read from one.</param>
/// <param name="Message">What stands there, and what it leads to.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record RuleFinding(
    FindingSeverity Severity, string Code, string Qualification, string Path, TextPosition? Position, string Message, string Remedy)
{
    /// <summary>One line: place, severity, code, what is wrong, what to do.</summary>
    public override string ToString() =>
        $"{(Position is { } at ? at.ToString() : Path)}: {Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "note" }} {Code}: `{Qualification}`: {Message}; {Remedy}";
}
