using System.Globalization;
using System.Text;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Text;

/// <summary>Texts that are wrong on purpose: each is refused at its place, and what is odd and means something is read.</summary>
public sealed class HostileTextTests
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>What the case is about, the text with the place marked, a part of the message, and one of the remedy.</summary>
    public static TheoryData<string, string, string, string> Refused { get; } = new()
    {
        { "nothing", "▶", "the file is empty", "write rules" },
        { "nothing but space", "▶ \r\n \t\n", "the file is empty", "write rules" },
        { "another format", "▶[{\"id\":1}]", "begins nothing that stands by itself", "begin with" },
        { "lines of another system", "qualification Q\r\n  any of A\r\n    at least ▶many credits\r\n", "an amount", "a whole number from 0" },
        { "letters of two bytes before", "qualification Ŵ \"Cymraeg ŵ\" ▶maybe", "a number of credits", "a whole number" },
        { "letters of two halves before", "qualification 𝒳 \"𝒳𝒳\" ▶maybe", "a number of credits", "a whole number" },
        { "half a character", "qualification Q ▶\"a\\ud800b\"", "half a character", "both halves" },
        { "the halves the wrong way round", "qualification Q ▶\"\\udcb3\\ud835\"", "half a character", "both halves" },
        { "a terminal's escape", "qualification ▶Q\u001b[2J", "control character", "escape the character" },
        { "a name without end", $"qualification ▶{new string('Q', 1_001)}", "longer than 1000", "shorten it" },
        { "a title without end", $"qualification Q ▶\"{new string('x', 1_001)}\"", "1001 characters", "shorten a long one" },
        { "digits without end", $"unit U ▶{new string('9', 500)} credits at level 1", "stands where", "to 10000" },
        { "a number past all bounds", "unit U ▶1e400 credits at level 1", "`1e400`", "a whole number" },
        { "no number", "unit U ▶NaN credits at level 1", "`NaN`", "a whole number" },
        { "half a credit", "unit U ▶4.5 credits at level 1", "`4.5`", "a whole number" },
        { "credits below nothing", "unit U ▶-4 credits at level 1", "`-4`", "a whole number from 0" },
        { "digits of another script", "unit U ▶٤ credits at level 1", "`٤`", "a whole number" },
        { "a level above all", "unit U 4 credits at level ▶9", "`9`", "from 0 to 8" },
        { "a unit twice", "unit U 4 credits at level 1\n▶unit U 5 credits at level 1", "key of another unit", "once" },
        { "a qualification twice", "qualification Q\n  any of A\n▶qualification Q\n  any of A", "number of another qualification", "once" },
        { "a text over two lines", "qualification Q ▶\"first\nsecond\"", "does not end on its line", "close it" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_text_is_refused_at_the_place_that_is_wrong(string name, string marked, string says, string remedy)
    {
        var (text, place) = Marked.Read(marked);
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), [.. Mark, .. Encoding.UTF8.GetBytes(text)] })
        {
            var (decoded, undecoded) = RuleText.Decode(bytes);
            var problem = decoded is null ? undecoded! : RuleText.Read(decoded).Problems[0];
            Assert.Equal((name, place), (name, problem.Position));
            Assert.Contains(says, problem.Message, StringComparison.Ordinal);
            Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain(problem.ToString(), char.IsControl);
        }
    }

    [Theory]
    [InlineData("qualification Q \"ŵ▶\"\n  any of A\n", new byte[] { 0xFF })]
    [InlineData("qualification Q\n  any of A \"▶\"\n", new byte[] { 0xC5 })]
    [InlineData("▶", new byte[] { 0xFE, 0xFF })]
    public void Bytes_that_are_no_character_are_refused_where_they_stand(string marked, byte[] bytes)
    {
        var (text, place) = Marked.Read(marked);
        var before = Encoding.UTF8.GetBytes(marked[..marked.IndexOf('▶', StringComparison.Ordinal)]);
        var (decoded, problem) = RuleText.Decode([.. before, .. bytes, .. Encoding.UTF8.GetBytes(text).AsSpan(before.Length)]);
        Assert.Null(decoded);
        Assert.Equal(place, problem!.Position);
        Assert.Contains($"0x{bytes[0]:X2}", problem.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_in_groups_without_end_are_refused_once_at_the_first_too_deep()
    {
        var text = "qualification Q\n" + string.Concat(Enumerable.Range(1, 2_000).Select(depth => string.Create(CultureInfo.InvariantCulture, $"{new string(' ', depth)}group G{depth}\n")));
        var problem = Assert.Single(RuleText.Read(text).Problems);
        Assert.Equal(new TextPosition(RuleTextLimits.MaxDepth + 2, RuleTextLimits.MaxDepth + 2), problem.Position);
    }
}
