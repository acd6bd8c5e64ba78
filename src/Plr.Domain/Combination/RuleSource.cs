namespace Plr.Domain.Combination;

/// <summary>Where a rule was published.</summary>
/// <param name="Address">An address or a document's name.</param>
/// <param name="Section">The section or page; null if the whole.</param>
public sealed record RuleSource(string Address, string? Section = null);
