using System.Globalization;

namespace Plr.Domain.Identifiers;

/// <summary>A regulated unit's number, such as M/504/7527: a check letter and seven digits.</summary>
/// <remarks>
/// The letter is one of eleven (<see cref="CheckCharacter"/>). A number that the register holds is taken as it stands by
/// <see cref="ParseIssued"/>. <c>default</c> is no unit: reading it throws.
/// </remarks>
public readonly record struct UnitNumber : IComparable<UnitNumber>
{
    private const string Alphabet = "ADFHJKLMRTY";
    private readonly string? canonical;

    private UnitNumber(string canonical) => this.canonical = canonical;

    /// <summary>Reads <c>M/504/7527</c> or <c>M5047527</c> and holds it to its check letter.</summary>
    /// <returns>The number, or <see cref="ErrorCodes.UnitNumberMalformed"/> or <see cref="ErrorCodes.UnitNumberCheckLetterWrong"/>.</returns>
    public static Result<UnitNumber> Parse(ReadOnlySpan<char> text)
    {
        var issued = ParseIssued(text);
        return issued.Succeeded && !issued.Value.HasValidCheck
            ? new Problem(ErrorCodes.UnitNumberCheckLetterWrong, "the letter of the unit number does not match its digits: check it against the specification")
            : issued;
    }

    /// <summary>Reads a number that the register issued, whatever its letter.</summary>
    /// <returns>The number, or <see cref="ErrorCodes.UnitNumberMalformed"/>.</returns>
    public static Result<UnitNumber> ParseIssued(ReadOnlySpan<char> text)
    {
        Span<char> bare = stackalloc char[8];
        if (!TryStrip(text, bare) || !char.IsAsciiLetterUpper(bare[0]) || bare[1..].ContainsAnyExceptInRange('0', '9'))
        {
            return new Problem(ErrorCodes.UnitNumberMalformed, "a unit number has the form M/504/7527, with or without its slashes");
        }

        return new UnitNumber($"{bare[0]}/{bare[1..4]}/{bare[4..]}");
    }

    /// <summary>Whether the letter fits the seven digits.</summary>
    public bool HasValidCheck =>
        CheckCharacter.Of(int.Parse(string.Concat(Value.AsSpan(2, 3), Value.AsSpan(6, 4)), CultureInfo.InvariantCulture), Alphabet) == Value[0];

    /// <summary>The canonical form, with slashes.</summary>
    public string Value => canonical ?? throw new InvalidOperationException("this UnitNumber was never parsed");

    /// <inheritdoc/>
    public int CompareTo(UnitNumber other) => string.CompareOrdinal(canonical, other.canonical);

    /// <summary>The canonical form, with slashes.</summary>
    public override string ToString() => Value;

    private static bool TryStrip(ReadOnlySpan<char> text, Span<char> bare)
    {
        if (text.Length == 8)
        {
            text.CopyTo(bare);
            return true;
        }

        if (text.Length != 10 || text[1] != '/' || text[5] != '/')
        {
            return false;
        }

        bare[0] = text[0];
        text[2..5].CopyTo(bare[1..]);
        text[6..].CopyTo(bare[4..]);
        return true;
    }

    /// <summary>By canonical text.</summary>
    public static bool operator <(UnitNumber left, UnitNumber right) => left.CompareTo(right) < 0;
    /// <summary>By canonical text.</summary>
    public static bool operator >(UnitNumber left, UnitNumber right) => left.CompareTo(right) > 0;
    /// <summary>By canonical text.</summary>
    public static bool operator <=(UnitNumber left, UnitNumber right) => left.CompareTo(right) <= 0;
    /// <summary>By canonical text.</summary>
    public static bool operator >=(UnitNumber left, UnitNumber right) => left.CompareTo(right) >= 0;
}
