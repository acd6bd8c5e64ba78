using Npgsql;
using Plr.Domain.Catalogue;
using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.Storage.Mapping;
using Plr.Storage.Records;

namespace Plr.Storage.Routes;

/// <summary>Rows of <c>saved_route_queries</c> as the domain's queries, in the order of <see cref="RecordQueries.RouteQueryColumns"/>.</summary>
internal static class RouteQueryRows
{
    public static SavedRouteQuery Query(NpgsqlDataReader row) => new()
    {
        Learner = row.Uln(0),
        Id = new RouteQueryId(row.GetGuid(1)),
        Name = row.GetString(2),
        SavedAt = row.Instant(3),
        Filter = new RouteFilter(
            row.Text(4),
            List(row, 5, EnumWords<QualificationLevel>.Of),
            List(row, 6, EnumWords<QualificationSize>.Of),
            List(row, 7, code => code),
            row.WordOrNull<Nation>(8),
            row.Text(9),
            List(row, 10, StoredNumber.Unit),
            row.IsDBNull(11) ? null : row.Day(11),
            row.IsDBNull(12) ? null : row.GetInt32(12),
            List(row, 13, StoredNumber.Qualification)),
        WhatIf = [.. row.GetFieldValue<string[]>(14).Select(StoredNumber.Unit)],
    };

    // An empty list asks for nothing, as an absent one does.
    private static List<T>? List<T>(NpgsqlDataReader row, int column, Func<string, T> read) =>
        row.GetFieldValue<string[]>(column) is { Length: > 0 } words ? [.. words.Select(read)] : null;
}
