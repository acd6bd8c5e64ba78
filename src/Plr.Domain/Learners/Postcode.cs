using System.Text.RegularExpressions;

namespace Plr.Domain.Learners;

/// <summary>A UK postcode: an area, a district, and the inward code of three characters.</summary>
/// <remarks>Only the form is held to, not whether the Royal Mail uses it. Source: BS 7666, Appendix C.</remarks>
public static partial class Postcode
{
    /// <summary>Reads a postcode in any case, with or without its space.</summary>
    /// <returns>Upper case with one space, or <see cref="ErrorCodes.PostcodeInvalid"/>.</returns>
    public static Result<string> Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? $"{match.Groups["outward"].Value.ToUpperInvariant()} {match.Groups["inward"].Value.ToUpperInvariant()}"
            : new Problem(ErrorCodes.PostcodeInvalid, "a postcode has the form SW1A 2AA, with or without its space");
    }

    [GeneratedRegex(@"^\s*(?<outward>[A-Za-z]{1,2}[0-9][A-Za-z0-9]?)\s*(?<inward>[0-9][A-Za-z]{2})\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
