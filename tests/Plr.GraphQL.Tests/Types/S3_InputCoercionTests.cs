using System.Text.Json;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types;

namespace Plr.GraphQL.Tests.Types;

/// <summary>The tables of constants in 3.10, 3.10.1 and 3.11.</summary>
public sealed class S3_InputCoercionTests
{
    private static readonly Schema Example = Schema.Build("""
        type Query { a(b: Float): Int }
        input ExampleInputObject { a: String  b: Int! }
        input ExampleOneOfInputObject @oneOf { a: String  b: Int }
        input WithDefault { a: Int = 7 }
        enum Colour { RED }
        """);

    [Theory]
    [InlineData("[Int]", "[1, 2, 3]", "[1,2,3]")]
    [InlineData("[Int]", "[1, \"b\", true]", null)]
    [InlineData("[Int]", "1", "[1]")]
    [InlineData("[Int]", "null", "null")]
    [InlineData("[[Int]]", "[[1], [2, 3]]", "[[1],[2,3]]")]
    [InlineData("[[Int]]", "[1, 2, 3]", "[[1],[2],[3]]")]
    [InlineData("[[Int]]", "[1, null, 3]", "[[1],null,[3]]")]
    [InlineData("[[Int]]", "[[1], [\"b\"]]", null)]
    [InlineData("[[Int]]", "1", "[[1]]")]
    [InlineData("[Int!]", "[1, null]", null)]
    [InlineData("Int!", "null", null)]
    [InlineData("Colour", "RED", "\"RED\"")]
    [InlineData("Colour", "GREEN", null)]
    [InlineData("Colour", "\"RED\"", null)]
    [InlineData("ExampleInputObject", "{ a: \"abc\", b: 123 }", "{\"a\":\"abc\",\"b\":123}")]
    [InlineData("ExampleInputObject", "{ a: null, b: 123 }", "{\"a\":null,\"b\":123}")]
    [InlineData("ExampleInputObject", "{ b: 123 }", "{\"b\":123}")]
    [InlineData("ExampleInputObject", "\"abc123\"", null)]
    [InlineData("ExampleInputObject", "{ a: \"abc\", b: \"123\" }", null)]
    [InlineData("ExampleInputObject", "{ a: \"abc\" }", null)]
    [InlineData("ExampleInputObject", "{ a: \"abc\", b: null }", null)]
    [InlineData("ExampleInputObject", "{ b: 123, c: \"xyz\" }", null)]
    [InlineData("ExampleInputObject", "{ b: 123, b: 124 }", null)]
    [InlineData("ExampleOneOfInputObject", "{ a: \"abc\" }", "{\"a\":\"abc\"}")]
    [InlineData("ExampleOneOfInputObject", "{ b: 123 }", "{\"b\":123}")]
    [InlineData("ExampleOneOfInputObject", "{ a: null }", null)]
    [InlineData("ExampleOneOfInputObject", "{ a: \"abc\", b: 123 }", null)]
    [InlineData("ExampleOneOfInputObject", "{ a: \"abc\", b: null }", null)]
    [InlineData("ExampleOneOfInputObject", "{}", null)]
    [InlineData("WithDefault", "{}", "{\"a\":7}")]
    public void A_constant_is_coerced_or_refused(string type, string literal, string? expected)
    {
        var isValue = InputCoercion.TryCoerceLiteral(
            Example.ResolveType(Parser.ParseType(type))!, Parser.ParseConstantValue(literal), out var value);
        Assert.Equal(expected, isValue ? JsonSerializer.Serialize(value) : null);
    }
}
