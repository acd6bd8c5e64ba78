using Npgsql;

namespace Plr.Storage;

/// <summary>The migrations of this build and those that a database has, asked without EF: making its model takes longer than all else of a start.</summary>
internal static class MigrationHistory
{
    private const string Query = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """;

    /// <summary>Those of this build, in order. A test holds the list against the classes in <c>Migrations</c>.</summary>
    public static IReadOnlyList<string> Known { get; } = ["20261122214503_Initial", "20261122230834_SavedRouteQueries"];

    /// <summary>Those that were applied, in order; empty for a database that never had one.</summary>
    public static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        try
        {
            await using var command = new NpgsqlCommand(Query, connection);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                applied.Add(reader.GetString(0));
            }
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }

        return applied;
    }

    /// <summary>Whether nothing of this build is left to apply.</summary>
    public static async Task<bool> IsCompleteAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return !Known.Except(await AppliedAsync(connection, cancellationToken)).Any();
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            return false; // No such database yet: applying the first migration makes it.
        }
    }
}
