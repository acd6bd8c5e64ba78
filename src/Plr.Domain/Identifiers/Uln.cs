using System.Globalization;

namespace Plr.Domain.Identifiers;

/// <summary>Unique Learner Number: ten digits, the last of them a modulus-11 check digit.</summary>
/// <remarks>
/// Range 1_000_000_000 to 9_999_999_999. Digits weighted 10 down to 1 sum to 10 (mod 11).
/// <c>default</c> is no learner: reading it throws. Source: HESA C17051, field ULN.
/// </remarks>
public readonly record struct Uln : IComparable<Uln>
{
    private const int DigitCount = 10;
    private readonly long digits;

    private Uln(long digits) => this.digits = digits;

    /// <summary>Reads ten ASCII digits: no spaces, no sign.</summary>
    /// <returns>The number, or <see cref="ErrorCodes.UlnMalformed"/> or <see cref="ErrorCodes.UlnCheckDigitWrong"/>.
    /// The text is not echoed: it is personal data.</returns>
    public static Result<Uln> Parse(ReadOnlySpan<char> text)
    {
        if (text.Length != DigitCount || text[0] == '0' || text.ContainsAnyExceptInRange('0', '9'))
        {
            return new Problem(ErrorCodes.UlnMalformed, "a ULN is ten digits, the first not zero");
        }

        var weightedSum = 0;
        for (var position = 0; position < DigitCount; position++)
        {
            weightedSum += (text[position] - '0') * (DigitCount - position);
        }

        return weightedSum % 11 == 10
            ? new Uln(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
            : new Problem(ErrorCodes.UlnCheckDigitWrong, "the tenth digit of the ULN does not match the other nine: check it against the learner's record");
    }

    /// <summary>A number that was parsed before it was stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no ULN after all: the store was altered.</exception>
    public static Uln FromStore(long value) => Parse(value.ToString(CultureInfo.InvariantCulture)) is { Succeeded: true } parsed
        ? parsed.Value
        : throw new ArgumentOutOfRangeException(nameof(value), "the store holds a ULN that does not check");

    /// <summary>The ten digits, for storage and the wire.</summary>
    public long Value => digits is 0 ? throw new InvalidOperationException("this Uln was never parsed") : digits;

    /// <summary>The ten digits as text, for the wire alone.</summary>
    public string ToDigits() => Value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(Uln other) => digits.CompareTo(other.digits);

    /// <summary>Masked to the last two digits, so that no log line can name a learner.</summary>
    public override string ToString() => $"********{digits % 100:00}";

    /// <summary>By number.</summary>
    public static bool operator <(Uln left, Uln right) => left.CompareTo(right) < 0;
    /// <summary>By number.</summary>
    public static bool operator >(Uln left, Uln right) => left.CompareTo(right) > 0;
    /// <summary>By number.</summary>
    public static bool operator <=(Uln left, Uln right) => left.CompareTo(right) <= 0;
    /// <summary>By number.</summary>
    public static bool operator >=(Uln left, Uln right) => left.CompareTo(right) >= 0;
}
