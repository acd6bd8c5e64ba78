namespace Plr.Domain.Permissions;

/// <summary>What a grant is for, in the learner's words.</summary>
public static class Purpose
{
    /// <summary>The longest purpose in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Trims, and refuses an empty or overlong purpose.</summary>
    /// <returns>The purpose, or <see cref="ErrorCodes.PurposeInvalid"/>.</returns>
    public static Result<string> Parse(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length is > 0 and <= MaxLength && !trimmed.Any(char.IsControl)
            ? trimmed
            : new Problem(ErrorCodes.PurposeInvalid, $"a purpose has 1 to {MaxLength} characters, none of them a control character");
    }
}
