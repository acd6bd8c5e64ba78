using Plr.GraphQL.Pagination;

namespace Plr.GraphQL.Tests.Pagination;

// GraphQL Cursor Connections Specification, 4.4 Pagination algorithm.
public sealed class ConnectionSlicerTests
{
    private static readonly int[] Ten = [.. Enumerable.Range(0, 10)];

    [Theory]
    [InlineData(3, null, null, null, "0,1,2", true, false)]
    [InlineData(3, 2, null, null, "3,4,5", true, true)]
    [InlineData(3, 8, null, null, "9", false, true)]
    [InlineData(null, null, 3, null, "7,8,9", false, true)]
    [InlineData(null, null, 3, 2, "0,1", true, false)]
    [InlineData(null, 2, null, 5, "3,4", true, true)]
    [InlineData(null, 2, 1, 5, "4", true, true)]
    [InlineData(0, null, null, null, "", true, false)]
    [InlineData(null, null, null, null, "0,1,2,3,4,5,6,7,8,9", false, false)]
    [InlineData(5, 90, null, null, "", false, true)]
    [InlineData(5, 5, null, 5, "", true, true)]
    public void Pages_are_cut_by_position(int? first, int? after, int? last, int? before, string expected, bool hasNext, bool hasPrevious)
    {
        var page = ConnectionSlicer.Slice(Ten, first, At(after), last, At(before));
        Assert.Equal(expected, string.Join(',', page.Nodes));
        Assert.Equal((hasNext, hasPrevious), (page.PageInfo.HasNextPage, page.PageInfo.HasPreviousPage));
        Assert.Equal(10, page.TotalCount);
        var (start, end) = page.Edges is [] ? (null, null) : (page.Edges[0].Cursor, page.Edges[^1].Cursor);
        Assert.Equal((start, end), (page.PageInfo.StartCursor, page.PageInfo.EndCursor));
    }

    [Fact]
    public void Pages_one_after_another_give_the_whole_list_once()
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = ConnectionSlicer.SliceByKey(Ten, number => $"k{number}", 3, after, null, null);
            seen.AddRange(page.Nodes.Select(number => $"{number}"));
            after = page.PageInfo.HasNextPage ? page.PageInfo.EndCursor : null;
        }
        while (after is not null);
        Assert.Equal(Ten.Select(number => $"{number}"), seen);
    }

    [Theory]
    [InlineData(-1, null, ErrorCodes.FirstOutOfRange)]
    [InlineData(101, null, ErrorCodes.FirstOutOfRange)]
    [InlineData(null, -1, ErrorCodes.LastOutOfRange)]
    [InlineData(null, 101, ErrorCodes.LastOutOfRange)]
    [InlineData(1, 1, ErrorCodes.FirstAndLastGiven)]
    public void A_page_out_of_range_is_refused(int? first, int? last, string code) =>
        Assert.Equal(code, Assert.Throws<GraphQLException>(() => ConnectionSlicer.Slice(Ten, first, null, last, null)).Error.Code);

    [Theory]
    [Trait("Limit", "ConnectionSlicer.MaxPageSize")]
    [InlineData(99, ConnectionSlicer.MaxPageSize, true)]
    [InlineData(100, ConnectionSlicer.MaxPageSize, true)]
    [InlineData(101, ConnectionSlicer.MaxPageSize, false)]
    [InlineData(101, 101, true)]
    public void A_page_has_so_many_items_and_no_more(int first, int most, bool isAllowed)
    {
        int Size() => ConnectionSlicer.Slice([.. Enumerable.Range(0, 200)], first, null, null, null, most).Edges.Count;
        if (isAllowed)
        {
            Assert.Equal(first, Size());
        }
        else
        {
            Assert.Equal(ErrorCodes.FirstOutOfRange, Assert.Throws<GraphQLException>(() => Size()).Error.Code);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a cursor")]
    [InlineData("MTE6NQ=")] // padded
    [InlineData("MjE6NQ")] // another version
    [InlineData("MTE6NQo")] // something behind
    [InlineData("MTAxOjU")] // a length with a leading zero
    [InlineData("MTE6eA")] // no position
    [InlineData("MTI6LTE")] // a position below zero
    [InlineData("MTk5OTk5OTk5OTk6NQ")] // a length past the end
    public void A_cursor_that_was_tampered_with_is_refused(string cursor) =>
        Assert.Equal(
            ErrorCodes.CursorInvalid,
            Assert.Throws<GraphQLException>(() => ConnectionSlicer.Slice(Ten, 1, cursor, null, null)).Error.Code);

    [Fact]
    public void A_cursor_of_an_item_that_is_gone_is_refused() =>
        Assert.Equal(
            ErrorCodes.CursorInvalid,
            Assert.Throws<GraphQLException>(() => ConnectionSlicer.SliceByKey(Ten, number => $"{number}", 1, Cursor.Encode("77"), null, null)).Error.Code);

    [Fact]
    public void Random_bytes_never_do_more_than_being_refused()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new string([.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => (char)random.Next(32, 0x2FF))])).ToArray();
            var cursor = Cursor.Encode(parts);
            Assert.True(parts.SequenceEqual(Cursor.Decode(cursor, parts.Length)), $"seed {seed}");
            var changed = cursor.ToCharArray();
            changed[random.Next(changed.Length)] = (char)random.Next(32, 127);
            var exception = Record.Exception(() => Cursor.Decode(new string(changed), parts.Length));
            Assert.True(exception is null or GraphQLException { Error.Code: ErrorCodes.CursorInvalid }, $"seed {seed}: {exception}");
        }
    }

    private static string? At(int? position) => position is null ? null : Cursor.Encode($"{position}");
}
