namespace Plr.Domain.Learners;

/// <summary>An e-mail address, as far as a form can be held to: whether it is read is known when it is answered.</summary>
public static class EmailAddress
{
    /// <summary>The longest address. Source: learner register schema.</summary>
    public const int MaxLength = 254;

    /// <summary>Trims, and refuses what has no name before or no dotted domain after one <c>@</c>.</summary>
    /// <returns>The address, or <see cref="ErrorCodes.EmailInvalid"/>.</returns>
    public static Result<string> Parse(string text)
    {
        var trimmed = text.Trim();
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == trimmed.LastIndexOf('@') && trimmed.IndexOf('.', at) > at + 1 && !trimmed.EndsWith('.')
            && trimmed.Length <= MaxLength && !trimmed.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
            ? trimmed
            : new Problem(ErrorCodes.EmailInvalid, $"an e-mail address has the form name@example.org and at most {MaxLength} characters");
    }
}
