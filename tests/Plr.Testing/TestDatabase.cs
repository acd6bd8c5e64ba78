using System.Globalization;
using Npgsql;

namespace Plr.Testing;

/// <summary>A database made by copying a template, dropped at the end.</summary>
public sealed class TestDatabase(DatabaseTemplate template) : IAsyncDisposable
{
    private const string Prefix = "test_";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(2);
    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{DateTime.UtcNow:yyyyMMddHHmmss}_{Guid.NewGuid():n}");
    private NpgsqlDataSource? dataSource;

    /// <summary>Of this database, once <see cref="CreateAsync"/> has ended.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>One pool on this database.</summary>
    public NpgsqlDataSource DataSource => dataSource ??= NpgsqlDataSource.Create(ConnectionString);

    public async Task CreateAsync()
    {
        var source = await template.EnsureAsync();
        await DropAbandonedAsync();
        await TestCluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {source}");
        ConnectionString = await TestCluster.ConnectionStringAsync(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (dataSource is not null)
        {
            await dataSource.DisposeAsync();
        }

        await TestCluster.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Databases of test runs that were killed: their names carry the time they were made.</summary>
    private static async Task DropAbandonedAsync()
    {
        var oldest = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{DateTime.UtcNow - Abandoned:yyyyMMddHHmmss}");
        var names = new List<string>();
        await using (var connection = await TestCluster.OpenAsync())
        {
            await using var command = new NpgsqlCommand(
                "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%' AND datname < $1", connection);
            command.Parameters.AddWithValue(oldest);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var abandoned in names)
        {
            await TestCluster.ExecuteAsync($"DROP DATABASE IF EXISTS {abandoned} WITH (FORCE)");
        }
    }
}
