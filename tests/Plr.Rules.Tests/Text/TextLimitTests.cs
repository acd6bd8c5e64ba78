using Plr.Rules.Text;

namespace Plr.Rules.Tests.Text;

/// <summary>The limits on a text of rules, each at one below, at and one past its value.</summary>
public sealed class TextLimitTests
{
    /// <summary>For each limit its value, a text that holds exactly so many, and what is said of one that holds more.</summary>
    public static TheoryData<string, int, Func<int, string>, string> Limits => new()
    {
        { nameof(RuleTextLimits.MaxCharacters), RuleTextLimits.MaxCharacters, n => new string(' ', n), "MaxCharacters" },
        { nameof(RuleTextLimits.MaxLines), RuleTextLimits.MaxLines, n => new string('\n', n - 1), "MaxLines" },
        {
            nameof(RuleTextLimits.MaxDepth), RuleTextLimits.MaxDepth,
            n => "qualification Q\n" + string.Concat(Enumerable.Range(1, n).Select(depth => $"{new string(' ', depth)}group G{depth}\n")), "MaxDepth"
        },
        { nameof(RuleTextLimits.MaxTextLength), RuleTextLimits.MaxTextLength, n => $"qualification Q\n  any of {new string('A', n)}\n    U1\n", "longer than 1000 characters" },
        { nameof(RuleTextLimits.MaxNumber), RuleTextLimits.MaxNumber, n => $"qualification Q\n  any of A\n    at least {n} credits\n    U1\n", "`1000001`" },
        { nameof(RuleTextLimits.MaxProblems), RuleTextLimits.MaxProblems, n => string.Join('\n', Enumerable.Repeat("x", n)), "MaxProblems" },
    };

    [Theory]
    [Trait("Limit", "RuleTextLimits")]
    [MemberData(nameof(Limits))]
    public void A_limit_is_inclusive_and_named_where_it_is_passed(string limit, int most, Func<int, string> text, string says)
    {
        Assert.False(Says(most - 1), limit);
        Assert.False(Says(most), limit);
        Assert.True(Says(most + 1), limit);

        bool Says(int count) => RuleText.Read(text(count)).Problems.Any(problem => problem.Message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_limit_is_in_the_table() => Assert.Equal(
        typeof(RuleTextLimits).GetFields().Select(field => field.Name).Order(), Limits.Select(row => (string)row[0]).Order());
}
