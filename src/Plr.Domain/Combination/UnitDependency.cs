namespace Plr.Domain.Combination;

/// <summary>A unit that counts only with another: if <paramref name="If"/> is counted, one of <paramref name="AnyOf"/> is too.</summary>
/// <param name="If">The unit with the condition.</param>
/// <param name="AnyOf">The units of which one at least has to be counted.</param>
public sealed record UnitDependency(UnitKey If, IReadOnlyList<UnitKey> AnyOf);
