using Plr.Rules.Text;

namespace Plr.Rules.Checking;

/// <summary>Something that is wrong, or odd, about a rule.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
/// <param name="Qualification">The qualification's number; empty for what belongs to no qualification.</param>
/// <param name="Path">Where, as a path in the exchange format: <c>$.qualifications[0].root.nodes[1].bounds[0]</c>.</param>
/// <param name="Position">Where in the file that the rule was read from; null if that is not known.</param>
/// <param name="Message">What stands there, and what it leads to.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record RuleFinding(
    FindingSeverity Severity, string Code, string Qualification, string Path, TextPosition? Position, string Message, string Remedy)
{
    /// <summary>One line: place, severity, code, what is wrong, what to do.</summary>
    public override string ToString()
    {
        var severity = Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "note" };
        var whose = Qualification.Length > 0 ? $"`{Qualification}`: " : "";
        return OneLine.Of($"{(Position is { } at ? at.ToString() : Path)}: {severity} {Code}: {whose}{Message}; {Remedy}");
    }
}
