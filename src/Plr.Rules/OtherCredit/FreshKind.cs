namespace Plr.Rules.OtherCredit;

/// <summary>What a rule can tell of a fresh unit that it does not name: units of one kind are as good as each other, but for their hours.</summary>
/// <param name="Credits">Credit value.</param>
/// <param name="LevelBand">Which of the bands between the levels that the rule speaks of.</param>
/// <param name="Hours">Guided learning hours if more of them can be of use; else -1, and fewer are better.</param>
/// <param name="Overlays">Bit n is set if the unit passes the filter of the n-th group of other credit in overlays.</param>
internal readonly record struct FreshKind(int Credits, int LevelBand, int Hours, ulong Overlays);
