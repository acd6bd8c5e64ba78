using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>A qualification and its rule of combination.</summary>
/// <param name="Number">The qualification's number, or any other catalogue's identifier; unique in a catalogue.</param>
/// <param name="Rule">The rule.</param>
public sealed record QualificationRule(string Number, RuleOfCombination Rule)
{
    /// <summary>The title, where the document gives one; no answer depends on it.</summary>
    public string? Title { get; init; }

    /// <summary>The credits that the qualification is published with, where the document gives them: checked against the rule, never computed with.</summary>
    public int? TotalCredits { get; init; }
}
