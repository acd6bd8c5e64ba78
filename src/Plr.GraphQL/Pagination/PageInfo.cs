namespace Plr.GraphQL.Pagination;

/// <summary>Where a page stands in its list.</summary>
/// <param name="HasNextPage">Whether items follow the page; false where that was not looked at.</param>
/// <param name="HasPreviousPage">Whether items precede the page; false where that was not looked at.</param>
/// <param name="StartCursor">The cursor of the first edge; null for an empty page.</param>
/// <param name="EndCursor">The cursor of the last edge; null for an empty page.</param>
/// <remarks>GraphQL Cursor Connections Specification, 5 PageInfo.</remarks>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
