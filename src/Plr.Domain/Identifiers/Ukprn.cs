using System.Globalization;

namespace Plr.Domain.Identifiers;

/// <summary>UK Provider Reference Number: eight digits, the first of them 1.</summary>
/// <remarks>Range 10_000_000 to 19_999_999; no check digit. <c>default</c> is no organisation: reading it throws. Source: UKRLP.</remarks>
public readonly record struct Ukprn
{
    private readonly int digits;

    private Ukprn(int digits) => this.digits = digits;

    /// <summary>Reads eight ASCII digits, the first of them 1.</summary>
    /// <returns>The number, or <see cref="ErrorCodes.UkprnMalformed"/>.</returns>
    public static Result<Ukprn> Parse(ReadOnlySpan<char> text) =>
        text.Length == 8 && text[0] == '1' && !text.ContainsAnyExceptInRange('0', '9')
            ? new Ukprn(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
            : new Problem(ErrorCodes.UkprnMalformed, "a UKPRN is eight digits, the first of them 1");

    /// <summary>The eight digits.</summary>
    public int Value => digits is 0 ? throw new InvalidOperationException("this Ukprn was never parsed") : digits;

    /// <summary>The eight digits as text.</summary>
    public override string ToString() => digits.ToString(CultureInfo.InvariantCulture);
}
