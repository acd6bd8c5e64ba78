using System.Globalization;

namespace Plr.GraphQL.Pagination;

/// <summary>Cuts a page out of a list in memory.</summary>
/// <remarks>GraphQL Cursor Connections Specification, 4.4 Pagination algorithm.</remarks>
public static class ConnectionSlicer
{
    /// <summary>The page when neither <c>first</c> nor <c>last</c> is given.</summary>
    public const int DefaultPageSize = 20;

    /// <summary>The largest page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>A page whose cursors are positions, for a list that does not change between pages.</summary>
    /// <exception cref="GraphQLException">An argument is out of range, or a cursor is not ours.</exception>
    public static Connection<T> Slice<T>(
        IReadOnlyList<T> list, int? first, string? after, int? last, string? before, int max = MaxPageSize)
    {
        var page = PageArguments.Read(first, after, last, before, max);
        var from = after is null ? 0 : Position(after) + 1;
        var until = before is null ? list.Count : Math.Min(Position(before), list.Count);
        return Cut(list, page, from, until, static (_, index) => Cursor.Encode(index.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A page whose cursors are keys of the items, for a list in which items come and go.</summary>
    /// <param name="key">Distinct for each item; the parts of its cursor.</param>
    /// <exception cref="GraphQLException">An argument is out of range, or a cursor is no item of the list.</exception>
    public static Connection<T> SliceByKey<T>(
        IReadOnlyList<T> list, Func<T, string> key, int? first, string? after, int? last, string? before, int max = MaxPageSize)
    {
        var page = PageArguments.Read(first, after, last, before, max);
        var from = after is null ? 0 : IndexOf(list, key, after) + 1;
        var until = before is null ? list.Count : IndexOf(list, key, before);
        return Cut(list, page, from, until, (item, _) => Cursor.Encode(key(item)));
    }

    private static Connection<T> Cut<T>(IReadOnlyList<T> list, PageArguments page, int from, int until, Func<T, int, string> cursor)
    {
        // ApplyCursorsToEdges, then EdgesToReturn. A cursor beyond the list leaves nothing.
        from = Math.Min(from, list.Count);
        until = Math.Max(from, until);
        var count = Math.Min(page.Size, until - from);
        var start = page.IsBackward ? until - count : from;
        var edges = new Edge<T>[count];
        for (var i = 0; i < count; i++)
        {
            edges[i] = new Edge<T>(cursor(list[start + i], start + i), list[start + i]);
        }

        var info = new PageInfo(
            HasNextPage: start + count < list.Count,
            HasPreviousPage: start > 0,
            StartCursor: count > 0 ? edges[0].Cursor : null,
            EndCursor: count > 0 ? edges[^1].Cursor : null);
        return new Connection<T>(edges, info, list.Count);
    }

    private static int Position(string cursor) =>
        int.TryParse(Cursor.Decode(cursor, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
        && position < int.MaxValue
            ? position
            : throw NotOurs();

    private static int IndexOf<T>(IReadOnlyList<T> list, Func<T, string> key, string cursor)
    {
        var wanted = Cursor.Decode(cursor, 1)[0];
        for (var i = 0; i < list.Count; i++)
        {
            if (key(list[i]) == wanted)
            {
                return i;
            }
        }

        throw NotOurs();
    }

    private static GraphQLException NotOurs() =>
        new(ErrorCodes.CursorInvalid, "the cursor is none that this connection gives");
}
