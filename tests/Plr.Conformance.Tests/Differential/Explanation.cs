namespace Plr.Conformance.Tests.Differential;

/// <summary>A difference that the specification explains.</summary>
/// <param name="Name">For the counts.</param>
/// <param name="Section">Which section lets ours answer as it does.</param>
internal sealed record Explanation(string Name, string Section);
