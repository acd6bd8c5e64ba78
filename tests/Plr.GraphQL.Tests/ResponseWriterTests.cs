using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Plr.GraphQL.Tests;

public sealed class ResponseWriterTests
{
    [Fact]
    public void Any_text_reads_back_as_it_was()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => random.Next(4) switch
            {
                0 => char.ConvertFromUtf32(random.Next(0x10000, 0x10FFFF)),
                1 => ((char)random.Next(0, 0x80)).ToString(),
                2 => "\"\\\n\u001f\u007f\u2028</script>"[random.Next(8)].ToString(),
                _ => ((char)random.Next(0x80, 0xD7FF)).ToString(),
            }));
            using var writer = new ResponseWriter();
            writer.WriteString(text);
            Assert.True(text == JsonSerializer.Deserialize<string>(writer.Written.Span), $"seed {seed}");
        }
    }

    [Fact] // Not a theory: the rows would lose their halves on the way.
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        foreach (var (text, expected) in ((string, string)[])[("a\ud800b", "a\ufffdb"), ("\"\ud800", "\"\ufffd"), ("\udc00\ud800", "\ufffd\ufffd")])
        {
            using var writer = new ResponseWriter();
            writer.WriteString(text);
            Assert.Equal(expected, JsonSerializer.Deserialize<string>(writer.Written.Span));
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1.5e-300)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(3)]
    public void Numbers_read_back_the_same(double number)
    {
        using var writer = new ResponseWriter();
        writer.WriteNumber(number);
        Assert.Equal(number, JsonSerializer.Deserialize<double>(writer.Written.Span));
    }

    [Fact]
    public void Numbers_and_dates_do_not_depend_on_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            german.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = german;
            using var writer = new ResponseWriter();
            writer.WriteNumber(-1.5);
            writer.WriteNumber(-2.5m);
            writer.WriteFormatted(new DateOnly(2026, 1, 2), "yyyy-MM-dd");
            Assert.Equal("-1.5-2.5\"2026-01-02\"", Encoding.UTF8.GetString(writer.Written.Span));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_an_execution_error(double number)
    {
        using var writer = new ResponseWriter();
        Assert.Equal(ErrorCodes.ResultCoercionFailed, Assert.Throws<GraphQLException>(() => writer.WriteNumber(number)).Error.Code);
    }

    [Fact]
    public void Cutting_back_leaves_what_was_before()
    {
        using var writer = new ResponseWriter();
        writer.WriteString("kept");
        var length = writer.Length;
        writer.WriteString(new string('x', 100_000));
        writer.Truncate(length);
        writer.WriteNull();
        Assert.Equal("\"kept\"null", Encoding.UTF8.GetString(writer.Written.Span));
    }
}
