namespace Plr.GraphQL.Pagination;

/// <summary>A page of a list.</summary>
/// <remarks>GraphQL Cursor Connections Specification, 2 Connection Types.</remarks>
public sealed class Connection<T>
{
    private IReadOnlyList<T>? nodes;

    /// <summary>A page with its place in the list.</summary>
    /// <param name="totalCount">Items of the whole list; null where they were not counted.</param>
    public Connection(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, int? totalCount)
    {
        Edges = edges;
        PageInfo = pageInfo;
        TotalCount = totalCount;
    }

    /// <summary>The items with their cursors, in the order of the list.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>The items alone.</summary>
    public IReadOnlyList<T> Nodes => nodes ??= [.. Edges.Select(edge => edge.Node)];

    /// <summary>Where the page stands.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>Items of the whole list; null where they were not counted.</summary>
    public int? TotalCount { get; }
}
