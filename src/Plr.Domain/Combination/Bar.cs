namespace Plr.Domain.Combination;

/// <summary>Barred units: of these at most <paramref name="Max"/> are counted.</summary>
/// <param name="Units">The units of the set.</param>
/// <param name="Max">0 or more; 1 is the usual "barred against each other".</param>
public sealed record Bar(IReadOnlyList<UnitKey> Units, int Max = 1);
