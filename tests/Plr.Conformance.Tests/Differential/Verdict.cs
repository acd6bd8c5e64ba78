namespace Plr.Conformance.Tests.Differential;

/// <summary>What came of one case.</summary>
/// <param name="Difference">In words; null when the answers are the same, or differ only as explained.</param>
/// <param name="Explained">The differences that the specification explains.</param>
internal sealed record Verdict(string? Difference, IReadOnlyList<Explanation> Explained);
