namespace Plr.Rules.Text;

/// <summary>Why a text is not a rule.</summary>
/// <param name="Position">Where it went wrong.</param>
/// <param name="Message">What stands there, and the rule it breaks.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record RuleTextProblem(TextPosition Position, string Message, string Remedy)
{
    /// <summary>One line: place, what is wrong, what to do.</summary>
    public override string ToString() => OneLine.Of($"{Position}: {Message}; {Remedy}");
}
