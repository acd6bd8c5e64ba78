using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Plr.Storage.Import;

/// <summary>Writes many rows of one table: those that are new or differ, in two round trips.</summary>
internal sealed class BulkWriter(PlrDbContext context)
{
    /// <summary>Rows added and changed so far.</summary>
    public (int Added, int Changed) Total { get; private set; }

    /// <summary>Adds new rows and changes those that differ; equal rows stay untouched. The context's transaction is in progress.</summary>
    public async Task WriteAsync<TRow>(IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = context.Model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} is not mapped");
        var columns = table.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).ToList();
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await CopyAsync(connection, table, columns, rows, cancellationToken);
        await using var merge = new NpgsqlCommand(Merge(table, columns), connection);
        await using var counts = await merge.ExecuteReaderAsync(cancellationToken);
        await counts.ReadAsync(cancellationToken);
        Total = (Total.Added + counts.GetInt32(0), Total.Changed + counts.GetInt32(1));
    }

    private static async Task CopyAsync<TRow>(
        NpgsqlConnection connection, IEntityType table, List<IProperty> columns, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var names = Names(columns);
        await using (var create = new NpgsqlCommand(
            $"CREATE TEMP TABLE incoming_{table.GetTableName()} ON COMMIT DROP AS SELECT {names} FROM {table.GetTableName()} WITH NO DATA", connection))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        var writers = columns.Select(column => (
            Value: column.GetGetter(),
            Mapping: column.GetRelationalTypeMapping(),
            Type: column.GetColumnType().Split('(')[0])).ToList();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY incoming_{table.GetTableName()} ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var (value, mapping, type) in writers)
            {
                var given = value.GetClrValue(row);
                var stored = given is null || mapping.Converter is null ? given : mapping.Converter.ConvertToProvider(given);
                await (stored is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(stored, type, cancellationToken));
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static string Merge(IEntityType table, List<IProperty> columns)
    {
        var name = table.GetTableName();
        var key = table.FindPrimaryKey()!.Properties; // Every table of the schema has one.
        var others = columns.Except(key).ToList();
        var resolve = others.Count == 0
            ? "DO NOTHING"
            : $"DO UPDATE SET {string.Join(", ", others.Select(column => $"{column.GetColumnName()} = excluded.{column.GetColumnName()}"))} "
                + $"WHERE ({Names(others, "t.")}) IS DISTINCT FROM ({Names(others, "excluded.")})";
        return $"""
            WITH written AS (
                INSERT INTO {name} AS t ({Names(columns)}) SELECT {Names(columns)} FROM incoming_{name}
                ON CONFLICT ({Names(key)}) {resolve}
                RETURNING t.xmax = 0 AS added)
            SELECT count(*) FILTER (WHERE added)::int, count(*) FILTER (WHERE NOT added)::int FROM written
            """;
    }

    private static string Names(IEnumerable<IProperty> columns, string prefix = "") =>
        string.Join(", ", columns.Select(column => prefix + column.GetColumnName()));
}
