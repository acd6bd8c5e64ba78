using Plr.Rules.Compilation;

namespace Plr.Rules.Text;

/// <summary>How large a text of rules may be. Each limit is refused with its name and number.</summary>
public static class RuleTextLimits
{
    /// <summary>The longest text, in UTF-16 characters: thousands of rules.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    /// <summary>The most lines.</summary>
    public const int MaxLines = 1_000_000;

    /// <summary>The deepest nesting of groups below a qualification.</summary>
    public const int MaxDepth = RuleSize.MaxDepth;

    /// <summary>The longest name, title, key or reason, in UTF-16 characters; what the exchange format allows.</summary>
    public const int MaxTextLength = 1_000;

    /// <summary>The largest number in a bound, an age or a bar.</summary>
    public const int MaxNumber = RuleValidator.MaxNumber;

    /// <summary>The most problems that are reported of one text.</summary>
    public const int MaxProblems = 100;
}
