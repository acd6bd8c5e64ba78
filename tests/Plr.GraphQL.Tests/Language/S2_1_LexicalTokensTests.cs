using System.Text;
using Plr.GraphQL.Language.Ast;
using Plr.GraphQL.Language.Parsing;

namespace Plr.GraphQL.Tests.Language;

public sealed class S2_1_LexicalTokensTests
{
    [Theory]
    [InlineData("{ a? }", "1:4: unexpected character U+003F")]
    [InlineData("{ a\u0000 }", "1:4: unexpected character U+0000")]
    [InlineData("{me{\u202Euln}}", "1:5: unexpected character U+202E")]
    [InlineData("{ a\n  \u00E9 }", "2:3: unexpected character U+00E9")]
    [InlineData("{ .. a }", "1:3: unexpected character U+002E")]
    [InlineData("{ a(b: \"c) }", "1:8: a string does not end")]
    [InlineData("{ a(b: \"c\n\") }", "1:8: a string does not end on its line")]
    [InlineData("{ a(b: \"\"\"c\"\") }", "1:8: a block string does not end")]
    [InlineData("{ a(b: \"\\x\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: \"\\u12\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: \"\\uD800\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: \"\\uDEAD\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: \"\\uD800\\u0041\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: \"\\u{110000}\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: \"\\u{}\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: \"\\u{41\") }", "1:9: a string has an invalid escape sequence")]
    [InlineData("{ a(b: 01) }", "1:9: a number must not be followed by `1`")]
    [InlineData("{ a(b: 1x) }", "1:9: a number must not be followed by `x`")]
    [InlineData("{ a(b: 1.) }", "1:10: expected a digit in a number")]
    [InlineData("{ a(b: -) }", "1:9: expected a digit in a number")]
    [InlineData("{ a(b: 1e) }", "1:10: expected a digit in a number")]
    [InlineData("{ a(b: 1.2.3) }", "1:11: a number must not be followed by `.`")]
    [InlineData("{ a(b: +1) }", "1:8: unexpected character U+002B")]
    public void A_broken_token_is_named_at_its_place(string text, string expected) => Assert.Equal(expected, ErrorOf(text));

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" white space \"", " white space ")]
    [InlineData("\"quote \\\"\"", "quote \"")]
    [InlineData("\"escaped \\n\\r\\b\\t\\f\"", "escaped \n\r\b\t\f")]
    [InlineData("\"slashes \\\\ \\/\"", "slashes \\ /")]
    [InlineData("\"unicode \\u1234\\u5678\"", "unicode \u1234\u5678")]
    [InlineData("\"\\u{1F4A9}\"", "\U0001F4A9")]
    [InlineData("\"\\u{00000041}\"", "A")]
    [InlineData("\"\\uD83D\\uDCA9\"", "\U0001F4A9")]
    [InlineData("\"ŵŷ \U0001F4A9\"", "ŵŷ \U0001F4A9")]
    public void A_quoted_string_stands_for_its_characters(string literal, string expected) =>
        Assert.Equal(expected, Assert.IsType<StringValueNode>(Parser.ParseConstantValue(literal)).Value);

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"simple\"\"\"", "simple")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"contains \" quote\"\"\"", "contains \" quote")]
    [InlineData("\"\"\"contains \\\"\"\" triple\"\"\"", "contains \"\"\" triple")]
    [InlineData("\"\"\"multi\r\nline\rand\nmore\"\"\"", "multi\nline\nand\nmore")]
    [InlineData("\"\"\"unescaped \\n\\u1234\"\"\"", "unescaped \\n\\u1234")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"\n\n  \t\n\"\"\"", "")]
    public void A_block_string_loses_indentation_and_blank_ends(string literal, string expected) =>
        Assert.Equal(expected, Assert.IsType<StringValueNode>(Parser.ParseConstantValue(literal)).Value);

    [Theory]
    [InlineData("4")]
    [InlineData("-4")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("12345678901234567890")]
    public void An_integer_is_kept_as_written(string literal) =>
        Assert.Equal(literal, Assert.IsType<IntValueNode>(Parser.ParseConstantValue(literal)).Value);

    [Theory]
    [InlineData("4.123")]
    [InlineData("-0.1")]
    [InlineData("123e4")]
    [InlineData("123E-4")]
    [InlineData("-1.123e+4567")]
    public void A_float_is_kept_as_written(string literal) =>
        Assert.Equal(literal, Assert.IsType<FloatValueNode>(Parser.ParseConstantValue(literal)).Value);

    [Fact]
    public void Byte_order_marks_commas_and_comments_are_ignored() =>
        Assert.Equal("{\n  a\n  b\n}\n", Parser.Parse("\uFEFF{,,a # ŵ comment\r\n,\uFEFF b}").Require().ToString());

    [Fact]
    public void Lines_end_with_LF_CR_or_CRLF() =>
        Assert.Equal("4:2: unexpected character U+003F", ErrorOf("{\r\n\n\r ?}"));

    [Fact]
    public void Columns_count_UTF_16_code_units() =>
        Assert.Equal("1:15: unexpected character U+003F", ErrorOf("{ a(b: \"ŵ\U0001F4A9\") ? }"));

    [Theory]
    [InlineData(0xC3, 0x28)] // A lead byte without its second.
    [InlineData(0xC0, 0x80)] // Overlong.
    [InlineData(0xFF, 0xFE)] // A UTF-16 byte order mark.
    public void Bytes_that_are_not_UTF_8_are_refused(byte first, byte second)
    {
        byte[] inString = [.. "{ a(b: \""u8, first, second, .. "\") }"u8];
        byte[] inComment = [.. "{ a # "u8, first, second, .. "\n }"u8];
        Assert.Equal("the document is not well-formed UTF-8", Parser.Parse(inString).Error?.Message);
        Assert.Equal("the document is not well-formed UTF-8", Parser.Parse(inComment).Error?.Message);
    }

    [Fact]
    public void Surrogates_written_as_UTF_8_are_refused()
    {
        byte[] text = [.. "{ a(b: \""u8, 0xED, 0xA0, 0x80, .. "\") }"u8];
        Assert.Equal("the document is not well-formed UTF-8", Parser.Parse(text).Error?.Message);
    }

    [Fact]
    public void A_long_unexpected_name_is_not_echoed() =>
        Assert.DoesNotContain("xxxx", ErrorOf(new string('x', 500)), StringComparison.Ordinal);

    private static string ErrorOf(string text)
    {
        var error = Parser.Parse(Encoding.UTF8.GetBytes(text)).Error;
        Assert.NotNull(error);
        return $"{error.Location.Position}: {error.Message}";
    }
}
