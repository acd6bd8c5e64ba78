using Npgsql;
using Plr.Storage.Embedded;

namespace Plr.Testing;

/// <summary>One PostgreSQL for all test processes of this checkout: the first starts it, the last to end stops it.</summary>
public static class TestCluster
{
    private static readonly SemaphoreSlim Starting = new(1);
    private static EmbeddedCluster? cluster;

    /// <summary>Where all tests' packages are kept: the host's own place, so that nothing is fetched twice.</summary>
    public static string PackageDirectory => RepositoryRoot.Combine(".plr", "packages");

    /// <summary>A connection string for the named database of the shared server.</summary>
    public static async Task<string> ConnectionStringAsync(string database)
    {
        await Starting.WaitAsync();
        try
        {
            cluster ??= await EmbeddedCluster.StartAsync(
                new EmbeddedClusterOptions
                {
                    DataDirectory = RepositoryRoot.Combine(".plr", "tests"),
                    PackageDirectory = PackageDirectory,
                    Durable = false,
                },
                CancellationToken.None);
        }
        finally
        {
            Starting.Release();
        }

        return new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = database, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Runs one statement on the server's own database, outside any transaction.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal static async Task<NpgsqlConnection> OpenAsync()
    {
        var connectionString = await ConnectionStringAsync("postgres");
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
