using System.Text;
using Plr.Rules.Exchange;
using Plr.Rules.Text;

namespace Plr.Rules.Tests.Exchange;

/// <summary>Columns are those that an editor shows, and bytes that are no text are refused where they stand.</summary>
public sealed class EncodingTests
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [Theory]
    [InlineData("{\"note\":\"Cymraeg ŵ\",\"asOf\":▶7}")]
    [InlineData("{\"note\":\"𝒳𝒳\",\"asOf\":▶7}")]
    [InlineData("{\"note\":1,\r\n\t\"asOf\":▶7}")]
    [InlineData("{\"note\":\"ŵ𝒳\",\n\"ŵ\":\"𝒳\",\"asOf\":▶x}")]
    public void A_column_counts_characters_and_no_byte_order_mark(string marked)
    {
        var (json, place) = Marked.Read(marked);
        var bytes = Encoding.UTF8.GetBytes(json);
        Assert.Equal(place, PlaceOf(bytes));
        Assert.Equal(place, PlaceOf([.. Mark, .. bytes]));
    }

    [Theory]
    [InlineData("a byte that begins nothing", new byte[] { 0xFF })]
    [InlineData("a character cut off", new byte[] { 0xC5 })]
    [InlineData("a slash in two bytes", new byte[] { 0xC0, 0xAF })]
    [InlineData("half of a pair", new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData("past the last character", new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public void Bytes_that_are_no_character_are_refused_wherever_they_stand(string name, byte[] bytes)
    {
        foreach (var marked in new[] { "{\"format\":\"rta-exchange/1\",\n\"note\":\"ŵ▶\"}", "{\"format\":\"rta-exchange/1\"}▶", "▶" })
        {
            var (json, place) = Marked.Read(marked);
            var split = Encoding.UTF8.GetBytes(marked[..marked.IndexOf('▶', StringComparison.Ordinal)]);
            byte[] all = [.. split, .. bytes, .. Encoding.UTF8.GetBytes(json).AsSpan(split.Length)];
            Assert.Equal((name, place), (name, PlaceOf(all)));
            Assert.Contains($"the byte 0x{bytes[0]:X2} is part of no character of UTF-8; save the file as UTF-8", Problem(all).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_document_in_another_encoding_is_refused_at_its_beginning() =>
        Assert.Equal(new TextPosition(1, 1), PlaceOf([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]));

    private static TextPosition PlaceOf(byte[] json)
    {
        var problem = Problem(json);
        return new TextPosition(problem.Line, problem.Column);
    }

    private static ExchangeProblem Problem(byte[] json)
    {
        var (document, problem) = ExchangeReader.Read(json);
        Assert.Null(document);
        return problem!;
    }
}
