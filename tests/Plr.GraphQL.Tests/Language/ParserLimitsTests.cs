using System.Text;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    /// <summary>For each limit by its name: its code, how to set it, and a document that holds exactly so many.</summary>
    public static TheoryData<string, string, Action<ParserLimits, int>, Func<int, string>> Limits => new()
    {
        { "MaxBytes", ErrorCodes.LimitDocumentBytes, (limits, n) => limits.MaxBytes = n, n => "{a}".PadRight(n) },
        { "MaxTokens", ErrorCodes.LimitTokens, (limits, n) => limits.MaxTokens = n, n => $"{{{Repeat("a ", n - 2)}}}" },
        { "MaxTokenBytes", ErrorCodes.LimitTokenBytes, (limits, n) => limits.MaxTokenBytes = n, n => $"{{{new string('a', n)}}}" },
        { "MaxTokenBytes: numbers", ErrorCodes.LimitTokenBytes, (limits, n) => limits.MaxTokenBytes = n, n => $"{{a(b:{new string('9', n)})}}" },
        { "MaxNodes", ErrorCodes.LimitNodes, (limits, n) => limits.MaxNodes = n, n => $"{{{Repeat("a ", n - 2)}}}" },
        { "MaxDepth", ErrorCodes.LimitParserDepth, (limits, n) => limits.MaxDepth = n, n => $"{Repeat("{a", n)}{Repeat("}", n)}" },
        { "MaxDepth: lists", ErrorCodes.LimitParserDepth, (limits, n) => limits.MaxDepth = n, n => $"{{a(b:{Repeat("[", n - 1)}{Repeat("]", n - 1)})}}" },
        { "MaxDepth: objects", ErrorCodes.LimitParserDepth, (limits, n) => limits.MaxDepth = n, n => $"{{a(b:{Repeat("{c:", n - 1)}1{Repeat("}", n - 1)})}}" },
        { "MaxDepth: types", ErrorCodes.LimitParserDepth, (limits, n) => limits.MaxDepth = n, n => $"query($a:{Repeat("[", n)}A{Repeat("]", n)}){{a}}" },
        { "MaxFields", ErrorCodes.LimitFields, (limits, n) => limits.MaxFields = n, n => $"{{{Repeat("a ", n)}}}" },
        { "MaxDirectivesPerLocation", ErrorCodes.LimitDirectives, (limits, n) => limits.MaxDirectivesPerLocation = n, n => $"{{a {Repeat("@b", n)}}}" },
        { "MaxDirectives", ErrorCodes.LimitDirectives, (limits, n) => limits.MaxDirectives = n, n => $"{{{Repeat("a @b ", n)}}}" },
        { "MaxOperations", ErrorCodes.LimitOperations, (limits, n) => limits.MaxOperations = n, n => Repeat("query{a}", n) },
        { "MaxFragments", ErrorCodes.LimitFragments, (limits, n) => limits.MaxFragments = n, n => Repeat("fragment F on T{a}", n) },
        { "MaxVariables", ErrorCodes.LimitVariables, (limits, n) => limits.MaxVariables = n, n => $"query({Repeat("$a:A ", n)}){{a}}" },
    };

    [Fact]
    public void Every_limit_is_in_the_table() => Assert.Equal(
        typeof(ParserLimits).GetProperties().Select(property => property.Name).Where(name => name.StartsWith("Max", StringComparison.Ordinal)).Order(),
        Limits.Select(row => ((string)row[0]).Split(':')[0]).Distinct().Order());

    [Theory]
    [Trait("Limit", "ParserLimits")]
    [MemberData(nameof(Limits))]
    public void A_limit_is_inclusive_and_has_its_own_code(
        string name, string code, Action<ParserLimits, int> set, Func<int, string> document)
    {
        const int N = 12;
        var limits = new ParserLimits();
        set(limits, N);
        Assert.True(Parser.Parse(document(N - 1), limits).Error is null, name);
        Assert.True(Parser.Parse(document(N), limits).Error is null, name);
        Assert.Equal(code, Parser.Parse(document(N + 1), limits).Error?.Code);
        set(limits, N + 1);
        Assert.True(Parser.Parse(document(N + 1), limits).Error is null, name);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_that_only_warns_lets_ten_times_as_much_pass_and_no_more(
        string name, string code, Action<ParserLimits, int> set, Func<int, string> document)
    {
        const int N = 12;
        var limits = new ParserLimits { EnforceLimits = false };
        set(limits, N);
        Assert.True(Parser.Parse(document(N), limits).Warnings.IsEmpty, name);
        foreach (var count in (int[])[N + 1, 10 * N])
        {
            var warned = Parser.Parse(document(count), limits);
            Assert.True(warned.Error is null, name);
            Assert.Contains(code, warned.Warnings.Select(warning => warning.Code));
            Assert.Equal(warned.Warnings.Length, warned.Warnings.DistinctBy(warning => warning.Code).Count());
        }

        Assert.Equal(code, Parser.Parse(document((10 * N) + 1), limits).Error?.Code);
    }

    [Theory]
    [Trait("Limit", "ParserLimits.HardMaxDepth")]
    [InlineData(true)]
    [InlineData(false)]
    public void No_setting_lets_the_parser_nest_past_its_hard_bound(bool enforce)
    {
        var limits = new ParserLimits { EnforceLimits = enforce, MaxDepth = int.MaxValue, MaxBytes = int.MaxValue, MaxTokens = int.MaxValue, MaxNodes = int.MaxValue };
        Assert.Null(Parser.Parse(Deep(ParserLimits.HardMaxDepth - 1), limits).Error);
        Assert.Null(Parser.Parse(Deep(ParserLimits.HardMaxDepth), limits).Error);
        Assert.Equal(ErrorCodes.LimitParserDepth, Parser.Parse(Deep(ParserLimits.HardMaxDepth + 1), limits).Error?.Code);
        Assert.Equal(ErrorCodes.LimitParserDepth, Parser.Parse(Deep(1_000_000), limits).Error?.Code);

        string Deep(int levels) => $"{{a(b:{Repeat("[", levels - 1)}{Repeat("]", levels - 1)})}}";
    }

    [Theory]
    [InlineData("selection sets", "{a", 20_000)]
    [InlineData("braces", "{", 40_000)]
    [InlineData("lists", "{a(b:[", 1)]
    [InlineData("inline fragments", "{...", 50_000)]
    public void Hostile_nesting_is_refused_without_a_stack(string name, string unit, int times)
    {
        var text = Repeat(unit, times) + Repeat("[", times == 1 ? 100_000 : 0);
        var error = Parser.Parse(Encoding.UTF8.GetBytes(text)).Error;
        Assert.True(error is not null, name);
        Assert.True(error.Message.Length < 200);
    }

    [Fact]
    public void A_list_type_of_fifty_thousand_brackets_is_refused() =>
        Assert.Equal(
            ErrorCodes.LimitParserDepth,
            Parser.Parse($"query($a:{Repeat("[", 50_000)}String{Repeat("]", 50_000)}){{a}}").Error?.Code);

    [Fact]
    public void Trusted_documents_are_bounded_in_depth_alone()
    {
        Assert.Null(Parser.Parse($"{{{Repeat("a @b @b @b @b @b @b ", 5_000)}}}", ParserLimits.Trusted).Error);
        Assert.Equal(
            ErrorCodes.LimitParserDepth,
            Parser.Parse($"{{a(b:{Repeat("[", 300)}{Repeat("]", 300)})}}", ParserLimits.Trusted).Error?.Code);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
