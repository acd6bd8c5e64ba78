namespace Plr.GraphQL.Pagination;

/// <summary>The four arguments of a connection, checked: a page forward or backward, its size, its cursors.</summary>
public readonly record struct PageArguments
{
    private PageArguments(int size, bool isBackward, string? after, string? before)
    {
        Size = size;
        IsBackward = isBackward;
        After = after;
        Before = before;
    }

    /// <summary>The most items of the page; 0 is an empty page.</summary>
    public int Size { get; }

    /// <summary>Whether the page is the end of the list: <c>last</c> was given.</summary>
    public bool IsBackward { get; }

    /// <summary>Only items after this cursor; null for all.</summary>
    public string? After { get; }

    /// <summary>Only items before this cursor; null for all.</summary>
    public string? Before { get; }

    /// <summary>Checks the arguments of a connection.</summary>
    /// <param name="max">The largest page.</param>
    /// <exception cref="GraphQLException"><see cref="ErrorCodes.FirstOutOfRange"/>, <see cref="ErrorCodes.LastOutOfRange"/>
    /// or <see cref="ErrorCodes.FirstAndLastGiven"/>.</exception>
    public static PageArguments Read(
        int? first, string? after, int? last, string? before, int max = ConnectionSlicer.MaxPageSize, int defaultSize = ConnectionSlicer.DefaultPageSize)
    {
        if (first is not null && last is not null)
        {
            throw new GraphQLException(ErrorCodes.FirstAndLastGiven, "`first` and `last` together name no page; give one of them");
        }

        if (first < 0 || first > max)
        {
            throw new GraphQLException(ErrorCodes.FirstOutOfRange, $"`first` must be from 0 to {max}");
        }

        if (last < 0 || last > max)
        {
            throw new GraphQLException(ErrorCodes.LastOutOfRange, $"`last` must be from 0 to {max}");
        }

        return new PageArguments(first ?? last ?? Math.Min(defaultSize, max), last is not null, after, before);
    }
}
