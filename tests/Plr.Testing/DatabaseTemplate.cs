using Npgsql;
using Plr.Storage;
using Plr.Storage.Demonstration;

namespace Plr.Testing;

/// <summary>A database that others are copied from: made once for one build of the storage, by whichever process comes first.</summary>
public sealed class DatabaseTemplate
{
    private const long MakingLock = 7_071_001;
    private readonly string kind;
    private readonly Func<string, Task> fill;
    private readonly SemaphoreSlim one = new(1);
    private string? made;

    private DatabaseTemplate(string kind, Func<string, Task> fill)
    {
        this.kind = kind;
        this.fill = fill;
    }

    /// <summary>All migrations applied, no row in it.</summary>
    public static DatabaseTemplate Migrated { get; } = new("migrated", MigrateAsync);

    /// <summary>The register, the published rules and the eight learners of the demonstration.</summary>
    public static DatabaseTemplate Demonstration { get; } = new("demonstration", LoadAsync);

    private static async Task LoadAsync(string connectionString)
    {
        await using var database = new PlrDatabase(connectionString);
        await database.MigrateAsync(CancellationToken.None);
        await new DemonstrationData(database, TimeProvider.System).LoadIfEmptyAsync(CancellationToken.None);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var database = new PlrDatabase(connectionString);
        await database.MigrateAsync(CancellationToken.None);
    }

    internal async Task<string> EnsureAsync()
    {
        await one.WaitAsync();
        try
        {
            return made ??= await MakeAsync();
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<string> MakeAsync()
    {
        var build = typeof(PlrDatabase).Assembly.ManifestModule.ModuleVersionId.ToString("n")[..12];
        var name = $"template_{kind}_{build}";
        await using var connection = await TestCluster.OpenAsync();
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({MakingLock})"); // Falls with the connection.
        if (await ExistsAsync(connection, name))
        {
            return name;
        }

        await DropOthersAsync(connection);
        var partial = name + "_partial";
        await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {partial} WITH (FORCE)");
        await ExecuteAsync(connection, $"CREATE DATABASE {partial}");
        var target = await TestCluster.ConnectionStringAsync(partial);
        await fill(new NpgsqlConnectionStringBuilder(target) { Pooling = false }.ConnectionString);
        await ExecuteAsync(connection, $"ALTER DATABASE {partial} RENAME TO {name}");
        return name;
    }

    /// <summary>Templates of earlier builds.</summary>
    private async Task DropOthersAsync(NpgsqlConnection connection)
    {
        var names = new List<string>();
        await using (var command = new NpgsqlCommand($"SELECT datname FROM pg_database WHERE datname LIKE 'template\\_{kind}\\_%'", connection))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names)
        {
            await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = $1", connection);
        command.Parameters.AddWithValue(name);
        return (long?)await command.ExecuteScalarAsync() > 0;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
