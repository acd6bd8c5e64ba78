using System.Globalization;
using System.Text;
using Plr.Rules.Exchange;

namespace Plr.Rules.Tests.Exchange;

/// <summary>The work of refusing grows with the document and no faster: counted, not timed.</summary>
public sealed class LargeDocumentTests
{
    private const int Rules = 50_000;
    private const string Before = "{\"units\":[{\"id\":\"U\",\"credits\":4,\"level\":1}],\"qualifications\":[\n";

    [Fact]
    public void A_catalogue_of_bad_rules_alone_is_read_once()
    {
        using var catalogue = new PartsStream(BadRules());
        var (loaded, problems) = ExchangeLoader.Load(catalogue, null);
        Assert.Null(loaded);
        Assert.Equal(BadRules().Sum(part => (long)part.Length), catalogue.Delivered);
        Assert.Equal(Enumerable.Range(2, ExchangeLoader.MaxProblems), problems.Take(ExchangeLoader.MaxProblems).Select(problem => problem.Line));
        Assert.StartsWith($"{Rules - ExchangeLoader.MaxProblems} problems more", problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_places_are_found_in_one_walk()
    {
        var json = Encoding.UTF8.GetBytes(string.Concat(BadRules()));
        var paths = Enumerable.Range(0, Rules).Select(index => string.Create(CultureInfo.InvariantCulture, $"$.qualifications[{index}].root.units[1]")).ToList();
        var places = JsonPlaces.Find(json, paths, out var scanned);
        Assert.InRange(scanned, 1, json.Length);
        Assert.Equal(Enumerable.Range(2, Rules), places.Select(place => place.Line));

        // One by one, as it once was done, the same places cost a walk each.
        var apart = 0L;
        foreach (var path in paths.Take(100))
        {
            JsonPlaces.Find(json, [path], out var alone);
            apart += alone;
        }

        JsonPlaces.Find(json, paths.Take(100), out var together);
        Assert.True(apart > 40 * together, $"{apart} bytes apart, {together} together");
    }

    [Fact]
    public void A_part_that_the_document_lacks_is_placed_at_what_is_around_it()
    {
        var json = "{\"a\":[\n1,\n{\"b\":2}]}"u8;
        Assert.Equal(["3:1", "1:6", "1:1", "3:6"], JsonPlaces.Find(json, ["$.a[1].c.d", "$.a[7]", "$.z", "$.a[1].b"]).Select(place => place.ToString()));
    }

    [Theory]
    [InlineData("{\"format\":\"rta-exchange/1\",\"junk\":", "[", "]")]
    [InlineData("{\"units\":[],\"qualifications\":[{\"id\":\"Q\",\"root\":", "{\"id\":\"A\",\"type\":\"group\",\"nodes\":[", "]}")]
    [InlineData("", "[", "]")]
    public void Nesting_without_end_is_refused_before_the_stack_ends(string before, string open, string close)
    {
        const int Levels = 200_000;
        var json = before + string.Concat(Enumerable.Repeat(open, Levels)) + string.Concat(Enumerable.Repeat(close, Levels));
        var (document, problem) = ExchangeReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(document);
        Assert.Equal(1, problem!.Line);
        Assert.InRange(problem.Column, 1, before.Length + (512 * open.Length));
    }

    [Fact]
    public void A_member_given_twice_is_found_among_very_many()
    {
        var members = string.Concat(Enumerable.Range(0, 200_000).Select(index => string.Create(CultureInfo.InvariantCulture, $"\"m{index}\":0,\n")));
        var (_, problem) = ExchangeReader.Read(Encoding.UTF8.GetBytes($"{{{members}\"m77\":1}}"));
        Assert.Equal((200_001, 1, "$.m77"), (problem!.Line, problem.Column, problem.Path));
    }

    [Fact]
    public void A_document_without_end_is_refused_before_it_fills_the_memory()
    {
        using var endless = new EndlessStream();
        var (loaded, problems) = ExchangeLoader.Load(endless, null);
        Assert.Null(loaded);
        Assert.Equal("1:1: $: the document is larger than 256 MB (MaxBytes); split it", Assert.Single(problems).ToString());
    }

    [Theory]
    [InlineData("{\"units\":[{\"id\":\"", "\",\"credits\":1,\"level\":1}]}")]
    [InlineData("{\"", "\":1}")]
    public void A_text_without_end_is_refused_without_being_copied(string before, string after)
    {
        const int Length = 20_000_000;
        byte[] json = [.. Encoding.UTF8.GetBytes(before), .. Enumerable.Repeat((byte)'x', Length), .. Encoding.UTF8.GetBytes(after)];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (_, problem) = ExchangeReader.Read(json);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, Length / 10);
        Assert.Contains("20000000 bytes", problem!.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> BadRules()
    {
        yield return Before;
        for (var index = 0; index < Rules; index++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{(index > 0 ? "," : "")}{{\"id\":\"Q{index}\",\"root\":{{\"id\":\"A\",\"type\":\"pool\",\"units\":[\"U\",\"X\"]}}}}\n");
        }

        yield return "]}";
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }

    /// <summary>Delivers ASCII texts one after the other, and counts; it can't go back.</summary>
    private sealed class PartsStream(IEnumerable<string> parts) : Stream
    {
        private readonly IEnumerator<string> parts = parts.GetEnumerator();
        private byte[] part = [];
        private int at;

        public long Delivered { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (at == part.Length)
            {
                (part, at) = (parts.MoveNext() ? Encoding.ASCII.GetBytes(parts.Current) : [], 0);
            }

            var count = Math.Min(buffer.Length, part.Length - at);
            part.AsSpan(at, count).CopyTo(buffer);
            at += count;
            Delivered += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            parts.Dispose();
            base.Dispose(disposing);
        }
    }
}
