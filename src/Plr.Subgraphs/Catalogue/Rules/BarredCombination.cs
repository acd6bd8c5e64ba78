using Plr.Domain.Catalogue;

namespace Plr.Subgraphs.Catalogue.Rules;

/// <summary>Units of which only some may count: the values of <c>type BarredCombination</c>.</summary>
/// <param name="Units">The units.</param>
/// <param name="AtMost">How many of them may count.</param>
public sealed record BarredCombination(IReadOnlyList<Unit> Units, int AtMost);
