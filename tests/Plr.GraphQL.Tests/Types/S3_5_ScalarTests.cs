using System.Text;
using System.Text.Json;
using Plr.GraphQL.Language.Parsing;
using Plr.GraphQL.Types.Scalars;

namespace Plr.GraphQL.Tests.Types;

public sealed class S3_5_ScalarTests
{
    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "-2147483648", int.MinValue)]
    [InlineData("Int", "2147483647", int.MaxValue)]
    [InlineData("Int", "2147483648", null)]
    [InlineData("Int", "-2147483649", null)]
    [InlineData("Int", "1.0", null)]
    [InlineData("Int", "\"1\"", null)]
    [InlineData("Int", "true", null)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "1.5e3", 1500.0)]
    [InlineData("Float", "1e999", null)]
    [InlineData("Float", "\"1\"", null)]
    [InlineData("String", "\"x\"", "x")]
    [InlineData("String", "\"\"\"x\"\"\"", "x")]
    [InlineData("String", "1", null)]
    [InlineData("String", "X", null)]
    [InlineData("Boolean", "true", true)]
    [InlineData("Boolean", "1", null)]
    [InlineData("Boolean", "\"true\"", null)]
    [InlineData("ID", "\"x\"", "x")]
    [InlineData("ID", "-4", "-4")]
    [InlineData("ID", "4.0", null)]
    [InlineData("ID", "true", null)]
    public void A_literal_is_read_or_refused(string scalar, string literal, object? expected)
    {
        var isValue = BuiltInScalars.Find(scalar)!.TryCoerceLiteral(Parser.ParseConstantValue(literal), out var value);
        Assert.Equal((expected is not null, expected), (isValue, value));
    }

    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "1.5", null)]
    [InlineData("Int", "2147483648", null)]
    [InlineData("Int", "\"1\"", null)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("Float", "1e999", null)]
    [InlineData("Float", "\"1\"", null)]
    [InlineData("String", "\"x\"", "x")]
    [InlineData("String", "1", null)]
    [InlineData("Boolean", "false", false)]
    [InlineData("Boolean", "0", null)]
    [InlineData("ID", "\"x\"", "x")]
    [InlineData("ID", "4", "4")]
    [InlineData("ID", "4.5", null)]
    [InlineData("ID", "{}", null)]
    public void JSON_is_read_or_refused(string scalar, string json, object? expected)
    {
        var isValue = BuiltInScalars.Find(scalar)!.TryCoerceJson(JsonDocument.Parse(json).RootElement, out var value);
        Assert.Equal((expected is not null, expected), (isValue, value));
    }

    [Theory]
    [InlineData("Int", 1, "1")]
    [InlineData("Int", 1L, "1")]
    [InlineData("Int", 1.0, "1")]
    [InlineData("Int", 1.2, null)]
    [InlineData("Int", 2147483648L, null)]
    [InlineData("Int", "1", null)]
    [InlineData("Float", 1, "1")]
    [InlineData("Float", double.NaN, null)]
    [InlineData("Float", double.PositiveInfinity, null)]
    [InlineData("String", "x", "\"x\"")]
    [InlineData("String", true, "\"true\"")]
    [InlineData("String", 1, "\"1\"")]
    [InlineData("Boolean", true, "true")]
    [InlineData("Boolean", 1, null)]
    [InlineData("ID", "x", "\"x\"")]
    [InlineData("ID", 4L, "\"4\"")]
    [InlineData("ID", true, null)]
    public void A_result_is_written_or_refused(string scalar, object result, string? expected)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        Assert.Equal(expected is not null, BuiltInScalars.Find(scalar)!.TryWriteResult(writer, result));
        writer.Flush();
        Assert.Equal(expected ?? "", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void An_unknown_scalar_keeps_the_shape_of_its_literal()
    {
        Assert.True(new AnyCoercion().TryCoerceLiteral(Parser.ParseConstantValue("{ a: [1, 2.5, true, X, null] }"), out var value));
        var map = Assert.IsType<IReadOnlyDictionary<string, object?>>(value, exactMatch: false);
        Assert.Equal([1L, 2.5, true, "X", null], (object?[])map["a"]!);
    }
}
