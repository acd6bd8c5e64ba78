using System.Globalization;

namespace Plr.Domain.Identifiers;

/// <summary>A regulated qualification's number, such as 600/8900/3: seven digits and a check character.</summary>
/// <remarks>
/// The check character is 0 to 9 or X (<see cref="CheckCharacter"/>); 36 real numbers issued early in the 610 series do not fit it, so
/// <see cref="ParseIssued"/> takes a number that the register holds as it stands. <c>default</c> is no qualification: reading it throws.
/// </remarks>
public readonly record struct QualificationNumber : IComparable<QualificationNumber>
{
    private const string Alphabet = "0123456789X";
    private readonly string? canonical;

    private QualificationNumber(string canonical) => this.canonical = canonical;

    /// <summary>Reads <c>600/8900/3</c> or <c>60089003</c> and holds it to its check character.</summary>
    /// <returns>The number, or <see cref="ErrorCodes.QualificationNumberMalformed"/> or <see cref="ErrorCodes.QualificationNumberCheckDigitWrong"/>.</returns>
    public static Result<QualificationNumber> Parse(ReadOnlySpan<char> text)
    {
        var issued = ParseIssued(text);
        return issued.Succeeded && !issued.Value.HasValidCheck
            ? new Problem(ErrorCodes.QualificationNumberCheckDigitWrong, "the last character of the qualification number does not match the other seven: check it against the certificate")
            : issued;
    }

    /// <summary>Reads a number that the register issued, whatever its check character.</summary>
    /// <returns>The number, or <see cref="ErrorCodes.QualificationNumberMalformed"/>.</returns>
    public static Result<QualificationNumber> ParseIssued(ReadOnlySpan<char> text)
    {
        Span<char> bare = stackalloc char[8];
        if (!TryStrip(text, bare) || bare[..7].ContainsAnyExceptInRange('0', '9') || !Alphabet.Contains(bare[7], StringComparison.Ordinal))
        {
            return new Problem(ErrorCodes.QualificationNumberMalformed, "a qualification number has the form 600/8900/3, with or without its slashes");
        }

        return new QualificationNumber($"{bare[..3]}/{bare[3..7]}/{bare[7]}");
    }

    /// <summary>Whether the check character fits the seven digits.</summary>
    public bool HasValidCheck =>
        CheckCharacter.Of(int.Parse(string.Concat(Value.AsSpan(0, 3), Value.AsSpan(4, 4)), CultureInfo.InvariantCulture), Alphabet) == Value[^1];

    /// <summary>The canonical form, with slashes.</summary>
    public string Value => canonical ?? throw new InvalidOperationException("this QualificationNumber was never parsed");

    /// <inheritdoc/>
    public int CompareTo(QualificationNumber other) => string.CompareOrdinal(canonical, other.canonical);

    /// <summary>The canonical form, with slashes.</summary>
    public override string ToString() => Value;

    private static bool TryStrip(ReadOnlySpan<char> text, Span<char> bare)
    {
        if (text.Length == 8)
        {
            text.CopyTo(bare);
            return true;
        }

        if (text.Length != 10 || text[3] != '/' || text[8] != '/')
        {
            return false;
        }

        text[..3].CopyTo(bare);
        text[4..8].CopyTo(bare[3..]);
        bare[7] = text[9];
        return true;
    }

    /// <summary>By canonical text.</summary>
    public static bool operator <(QualificationNumber left, QualificationNumber right) => left.CompareTo(right) < 0;
    /// <summary>By canonical text.</summary>
    public static bool operator >(QualificationNumber left, QualificationNumber right) => left.CompareTo(right) > 0;
    /// <summary>By canonical text.</summary>
    public static bool operator <=(QualificationNumber left, QualificationNumber right) => left.CompareTo(right) <= 0;
    /// <summary>By canonical text.</summary>
    public static bool operator >=(QualificationNumber left, QualificationNumber right) => left.CompareTo(right) >= 0;
}
