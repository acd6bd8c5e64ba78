using Plr.Domain.Combination;

namespace Plr.Rules.Compilation;

/// <summary>A qualification and its rule of combination.</summary>
/// <param name="Number">The qualification's number, or any other catalogue's identifier; unique in a catalogue.</param>
/// <param name="Rule">The rule.</param>
public sealed record QualificationRule(string Number, RuleOfCombination Rule);
