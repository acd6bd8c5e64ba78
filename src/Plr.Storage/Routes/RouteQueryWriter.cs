using Npgsql;
using NpgsqlTypes;
using Plr.Domain;
using Plr.Domain.Identifiers;
using Plr.Domain.Routes;
using Plr.Storage.Records;

namespace Plr.Storage.Routes;

/// <summary>Writes <c>saved_route_queries</c>.</summary>
internal static class RouteQueryWriter
{
    // Two saves of one learner take turns on the learner's row: both could count one below the limit.
    private const string Lock = "SELECT FROM learners WHERE uln = $1 FOR UPDATE";

    private const string Upsert =
        $"INSERT INTO saved_route_queries ({RecordQueries.RouteQueryColumns}) "
        + "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 "
        + "WHERE (SELECT count(*) FROM saved_route_queries WHERE uln = $1 AND name <> $3) < $16 "
        + "ON CONFLICT (uln, name) DO UPDATE SET saved_at = excluded.saved_at, keyword = excluded.keyword, levels = excluded.levels, sizes = excluded.sizes, "
        + "sector_subject_areas = excluded.sector_subject_areas, offered_in = excluded.offered_in, awarding_organisation = excluded.awarding_organisation, "
        + "must_contain = excluded.must_contain, operational_on = excluded.operational_on, max_remaining_credits = excluded.max_remaining_credits, "
        + "qualifications = excluded.qualifications, what_if = excluded.what_if "
        + $"RETURNING {RecordQueries.RouteQueryColumns}";

    private const string Delete = $"DELETE FROM saved_route_queries WHERE uln = $1 AND id = $2 RETURNING {RecordQueries.RouteQueryColumns}";

    /// <summary>Saves, or replaces the one of the same name.</summary>
    public static async ValueTask<Result<SavedRouteQuery>> SaveAsync(PlrDatabase database, SavedRouteQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.Writing.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var wait = new NpgsqlCommand(Lock, connection, transaction))
        {
            Add(wait, NpgsqlDbType.Bigint, query.Learner.Value);
            await wait.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var insert = new NpgsqlCommand(Upsert, connection, transaction);
        AddColumns(insert, query);
        Add(insert, NpgsqlDbType.Integer, SavedRouteQuery.MaxSavedRouteQueries);
        var saved = await OneAsync(insert, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved is not null
            ? saved
            : new Problem(ErrorCodes.TooManyRouteQueries, $"a learner keeps at most {SavedRouteQuery.MaxSavedRouteQueries} route queries: delete one first");
    }

    /// <summary>Deletes one.</summary>
    public static async ValueTask<Result<SavedRouteQuery>> DeleteAsync(PlrDatabase database, Uln learner, RouteQueryId query, CancellationToken cancellationToken)
    {
        await using var connection = await database.Writing.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Delete, connection);
        Add(command, NpgsqlDbType.Bigint, learner.Value);
        Add(command, NpgsqlDbType.Uuid, query.Value);
        return await OneAsync(command, cancellationToken) is { } deleted
            ? deleted
            : new Problem(ErrorCodes.RouteQueryUnknown, "no saved route query of yours has this identifier: take it from your list of them");
    }

    private static async ValueTask<SavedRouteQuery?> OneAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? RouteQueryRows.Query(rows) : null;
    }

    private static void AddColumns(NpgsqlCommand command, SavedRouteQuery query)
    {
        var filter = query.Filter;
        Add(command, NpgsqlDbType.Bigint, query.Learner.Value);
        Add(command, NpgsqlDbType.Uuid, query.Id.Value);
        Add(command, NpgsqlDbType.Text, query.Name);
        Add(command, NpgsqlDbType.TimestampTz, query.SavedAt.UtcDateTime);
        Add(command, NpgsqlDbType.Text, filter.Keyword);
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, Words(filter.Levels, level => level.ToString()));
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, Words(filter.Sizes, size => size.ToString()));
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, Words(filter.SectorSubjectAreas, code => code));
        Add(command, NpgsqlDbType.Text, filter.OfferedIn?.ToString());
        Add(command, NpgsqlDbType.Text, filter.AwardingOrganisation);
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, Words(filter.MustContain, unit => unit.Value));
        Add(command, NpgsqlDbType.Date, filter.OperationalOn);
        Add(command, NpgsqlDbType.Integer, filter.MaxRemainingCredits);
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, Words(filter.Qualifications, number => number.Value));
        Add(command, NpgsqlDbType.Array | NpgsqlDbType.Text, Words(query.WhatIf, unit => unit.Value));
    }

    private static string[] Words<T>(IReadOnlyList<T>? list, Func<T, string> word) => [.. (list ?? []).Select(word)];

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
}
