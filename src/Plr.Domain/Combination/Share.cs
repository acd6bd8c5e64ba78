namespace Plr.Domain.Combination;

/// <summary>A share such as one half: <paramref name="Numerator"/> parts of <paramref name="Denominator"/>.</summary>
/// <param name="Numerator">0 or more, at most the denominator.</param>
/// <param name="Denominator">1 or more.</param>
public sealed record Share(int Numerator, int Denominator);
