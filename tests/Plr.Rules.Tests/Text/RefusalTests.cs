using Plr.Rules.Text;

namespace Plr.Rules.Tests.Text;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("rule X", "1:1", "begins nothing that stands by itself", "begin with `qualification NUMBER`")]
    [InlineData("qualification", "1:14", "the number of a qualification", "write the number")]
    [InlineData("qualification Q", "1:1", "no group that its units are counted in", "indent one below it")]
    [InlineData("qualification Q\n  all A", "2:7", "where `of` belongs", "write `of`")]
    [InlineData("qualification Q\n  all of or", "2:10", "is a keyword", "quote it")]
    [InlineData("qualification Q\n\tall of A", "2:1", "tab", "indent with spaces")]
    [InlineData("qualification Q\n  any of A\n    U1\n   U2", "4:4", "indented by 3", "same column")]
    [InlineData("qualification Q\n  any of A\n    U1\n      U2", "4:7", "indented by 6", "same column")]
    [InlineData("qualification Q\n  any of A\n    atleast 12 credits", "3:13", "follows what is complete", "between commas")]
    [InlineData("qualification Q\n  any of A\n    at least twelve credits", "3:14", "an amount", "a whole number from 0")]
    [InlineData("qualification Q\n  any of A\n    at least -1 credits", "3:14", "`-1`", "a whole number from 0")]
    [InlineData("qualification Q\n  any of A\n    at least 1000001 credits", "3:14", "`1000001`", "to 1000000")]
    [InlineData("qualification Q\n  any of A\n    at least 12 points", "3:17", "a measure", "`credits`, `units` or `hours`")]
    [InlineData("qualification Q\n  any of A\n    at least 12 credits at level 9", "3:34", "a level", "from 0 to 8")]
    [InlineData("qualification Q\n  any of A\n    at least 12 credits by magic", "3:28", "not a source of credit", "`transfer`")]
    [InlineData("qualification Q\n  any of A\n    at least 3/2 of the credits", "3:14", "not a share", "`2/3`")]
    [InlineData("qualification Q\n  any of A\n    at most half of the credits at level 2", "3:43", "sources of credit", "name the sources")]
    [InlineData("qualification Q\n  any of A\n    at least 1 credit by transfer by transfer", "3:35", "twice", "each once")]
    [InlineData("qualification Q\n  any of A \"x", "2:12", "does not end on its line", "close it")]
    [InlineData("qualification Q\n  any of A \"\\q\"", "2:13", "no escape that is known", "`\\\\`")]
    [InlineData("qualification Q\n  any of A \"\"", "2:12", "0 characters", "leave an empty text out")]
    [InlineData("qualification Q\n  any of A\n    group B", "3:5", "does not belong into this kind of group", "only `group` and `choose`")]
    [InlineData("qualification Q\n  group A\n    U1", "3:5", "does not belong into this kind of group", "below `all of` or `any of`")]
    [InlineData("qualification Q\n  any of A\n  any of B", "3:3", "a second group beside its first", "`also`")]
    [InlineData("qualification Q\n  any of A\n  nothing older than 3 months\n  nothing older than 3 months", "4:3", "limited twice", "keep one")]
    [InlineData("qualification Q\n  any of A\nqualification Q\n  any of A", "3:1", "number of another qualification", "once")]
    [InlineData("unit U 4 credits at level 2\nunit U 4 credits at level 2", "2:1", "key of another unit", "once")]
    [InlineData("unit U 10001 credits at level 2", "1:8", "`10001`", "to 10000")]
    public void What_is_wrong_is_named_with_its_place_and_a_remedy(string text, string place, string says, string remedy)
    {
        var (document, problems) = RuleText.Read(text);
        Assert.Null(document);
        var first = problems[0];
        Assert.Equal(place, first.Position.ToString());
        Assert.Contains(says, first.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, first.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_is_judged_and_what_stands_below_a_refused_group_is_not_blamed_for_it()
    {
        var (_, problems) = RuleText.Read("qualification Q\n  group R\n    every of A\n      U1\n        U2\n    any of B\n      at least x credits\n      U3\n");
        Assert.Equal([3, 7], problems.Select(problem => problem.Position.Line));
    }

    [Fact]
    public void A_text_is_finite_in_size_depth_and_complaints()
    {
        Assert.Contains("MaxCharacters", RuleText.Read(new string(' ', RuleTextLimits.MaxCharacters + 1)).Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("MaxLines", RuleText.Read(new string('\n', RuleTextLimits.MaxLines)).Problems[0].Message, StringComparison.Ordinal);
        var wrong = RuleText.Read(string.Concat(Enumerable.Repeat("x\n", 10_000))).Problems;
        Assert.Equal(RuleTextLimits.MaxProblems, wrong.Count);
        Assert.Contains("MaxProblems", wrong[^1].Message, StringComparison.Ordinal);
        var deep = string.Concat(Enumerable.Range(1, RuleTextLimits.MaxDepth + 1).Select(depth => $"{new string(' ', depth)}group G{depth}\n"));
        Assert.Contains("MaxDepth", Assert.Single(RuleText.Read("qualification Q\n" + deep).Problems).Message, StringComparison.Ordinal);
        var allowed = string.Concat(Enumerable.Range(1, RuleTextLimits.MaxDepth).Select(depth => $"{new string(' ', depth)}group G{depth}\n"));
        Assert.Empty(RuleText.Read("qualification Q\n" + allowed).Problems);
    }

    [Fact]
    public void Formatting_keeps_comments_and_order_and_straightens_the_rest()
    {
        var (text, problems) = RuleText.Format("\n\n# a file\nqualification   Q    40 credits # total\n\n\n      # about A\n      any of   A   # optional\n        at least 1 credits   at level 2 to level 2\n        \"U1\" ,U2 or \"all\"\n\n");
        Assert.Empty(problems);
        Assert.Equal("# a file\nqualification Q 40 credits  # total\n\n  # about A\n  any of A  # optional\n    at least 1 credit at level 2\n    U1, U2, \"all\"\n", text);
        Assert.Equal(text, RuleText.Format(text!).Text);
    }
}
