namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>Whether a rule is known whole: the values of <c>type RuleCompleteness</c>.</summary>
/// <param name="IsComplete">Whether the tree is the whole rule.</param>
/// <param name="Reasons">What is missing; empty when it is complete.</param>
public sealed record RuleWholeness(bool IsComplete, IReadOnlyList<string> Reasons);
