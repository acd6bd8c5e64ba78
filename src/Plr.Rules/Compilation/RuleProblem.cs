namespace Plr.Rules.Compilation;

/// <summary>Why a rule can't be compiled.</summary>
/// <param name="Qualification">The qualification whose rule it is.</param>
/// <param name="Path">Where in the rule, as a path of node labels ("R/B/B1") or a part's name ("bars[0]").</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record RuleProblem(string Qualification, string Path, string Message);
