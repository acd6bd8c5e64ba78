namespace Plr.GraphQL.Pagination;

/// <summary>One item of a connection with its cursor.</summary>
/// <param name="Cursor">Opaque; see <see cref="Pagination.Cursor"/>.</param>
/// <param name="Node">The item.</param>
/// <remarks>GraphQL Cursor Connections Specification, 3 Edge Types.</remarks>
public sealed record Edge<T>(string Cursor, T Node);
