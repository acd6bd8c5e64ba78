namespace Plr.Domain.Learners;

/// <summary>A learner's name as registered.</summary>
/// <param name="Given">Given name, at most <see cref="MaxLength"/> characters.</param>
/// <param name="Family">Family name, at most <see cref="MaxLength"/> characters.</param>
/// <param name="Preferred">The given name the learner prefers; null for the same.</param>
public sealed record PersonName(string Given, string Family, string? Preferred = null)
{
    /// <summary>The longest name the register takes. Source: learner register schema.</summary>
    public const int MaxLength = 35;

    /// <summary>Trims, and holds each part to the register's form.</summary>
    /// <returns>The name, or <see cref="ErrorCodes.NameInvalid"/>.</returns>
    public static Result<PersonName> Parse(string given, string family, string? preferred)
    {
        var name = new PersonName(given.Trim(), family.Trim(), string.IsNullOrWhiteSpace(preferred) ? null : preferred.Trim());
        return IsWellFormed(name.Given) && IsWellFormed(name.Family) && (name.Preferred is null || IsWellFormed(name.Preferred))
            ? name
            : new Problem(ErrorCodes.NameInvalid, $"each part of a name has 1 to {MaxLength} characters, none of them a control character");
    }

    private static bool IsWellFormed(string part) => part.Length is > 0 and <= MaxLength && !part.Any(char.IsControl);
}
